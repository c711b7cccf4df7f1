using System.Globalization;

namespace SmartTracker.Theme.Admin;

/// <summary>One or two letters that stand for a name: <c>Katrin Lorenz</c> and <c>k.lorenz@example.org</c> are both KL.</summary>
public static class Initials
{
    public static string Of(string? name)
    {
        var words = (name ?? "").Split('@')[0].Split([' ', '.', '-', '_'], StringSplitOptions.RemoveEmptyEntries);
        var letters = words.Length > 1 ? FirstLetter(words[0]) + FirstLetter(words[^1]) : string.Concat(words.Select(FirstLetter));
        return letters.ToUpper(CultureInfo.CurrentUICulture);
    }

    // A text element, so that a letter with a combining accent stays whole.
    private static string FirstLetter(string word) => StringInfo.GetNextTextElement(word);
}
