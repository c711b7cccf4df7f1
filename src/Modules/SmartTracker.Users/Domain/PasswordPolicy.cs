namespace SmartTracker.Users.Domain;

/// <summary>What is wrong with a new password.</summary>
public enum PasswordFlaw
{
    None,
    TooShort,
    TooLong,
    ContainsUserName,
    TooCommon,
}

/// <summary>Length counts, composition does not (NIST SP 800-63B-4 §3.1.1): at least 12 characters, 15 advised, without the user's name, and not what
/// guessing programs try first.</summary>
public static class PasswordPolicy
{
    public const int MinimumLength = 12;

    /// <summary>Beyond this it is not a password but work for the server.</summary>
    public const int MaximumLength = 256;

    /// <summary>A shorter name stands in too many words to be refused everywhere.</summary>
    private const int ShortestName = 4;

    /// <param name="siteNames">What the tenant is called: guessed here before anywhere else.</param>
    public static PasswordFlaw Check(string? password, string userName, string? email, params IEnumerable<string> siteNames)
    {
        ArgumentNullException.ThrowIfNull(siteNames);
        if (password is null || password.Length < MinimumLength)
            return PasswordFlaw.TooShort;
        if (password.Length > MaximumLength)
            return PasswordFlaw.TooLong;

        string[] own = [userName, email ?? "", (email ?? "").Split('@')[0]];
        if (own.Any(name => name.Length >= ShortestName && password.Contains(name, StringComparison.OrdinalIgnoreCase)))
            return PasswordFlaw.ContainsUserName;
        var names = own.Concat(siteNames).Append((email ?? "").Split('@')[^1]).SelectMany(Words);
        return CommonPasswords.Contains(password, names) ? PasswordFlaw.TooCommon : PasswordFlaw.None;
    }

    private static string[] Words(string name) => name.Split([' ', '.', '-', '_', '@'], StringSplitOptions.RemoveEmptyEntries);
}
