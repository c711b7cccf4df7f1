using System.Text;

namespace SmartTracker.Billing.Domain;

/// <summary>Text from devices as both databases and UTF-8 keep it: U+0000 and lone surrogates become the replacement character.</summary>
internal static class StorableText
{
    private const char Replacement = '\uFFFD';

    public static string? Of(string? text)
    {
        if (text is null)
            return null;

        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            result.Append(rune.Value == 0 ? Replacement.ToString() : rune.ToString());
        return result.ToString();
    }
}
