using System.Collections.Frozen;

namespace SmartTracker.Users.Domain;

/// <summary>Passwords of twelve and more characters that guessing programs try first. Compared without case, blanks and punctuation at the end.</summary>
internal static class CommonPasswords
{
    private static readonly FrozenSet<string> Known = Load();

    public static bool Contains(string password) => Known.Contains(Bare(password));

    private static FrozenSet<string> Load()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("SmartTracker.Users.CommonPasswords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Bare).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    private static string Bare(string password) =>
        string.Concat(password.Where(character => !char.IsWhiteSpace(character))).TrimEnd('!', '.', '?', '*', '#', '$');
}
