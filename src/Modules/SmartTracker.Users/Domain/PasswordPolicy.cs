namespace SmartTracker.Users.Domain;

/// <summary>What is wrong with a new password.</summary>
public enum PasswordFlaw
{
    None,
    TooShort,
    TooLong,
    IsUserName,
    TooCommon,
}

/// <summary>Length counts, composition does not (NIST SP 800-63B-4 §3.1.1): at least 12 characters, not the user's name, not what everybody takes.</summary>
public static class PasswordPolicy
{
    public const int MinimumLength = 12;

    /// <summary>Beyond this it is not a password but work for the server.</summary>
    public const int MaximumLength = 256;

    public static PasswordFlaw Check(string? password, string userName, string? email)
    {
        if (password is null || password.Length < MinimumLength)
            return PasswordFlaw.TooShort;
        if (password.Length > MaximumLength)
            return PasswordFlaw.TooLong;
        if (SameText(password, userName) || SameText(password, email))
            return PasswordFlaw.IsUserName;
        return CommonPasswords.Contains(password) || RepeatsOneCharacter(password) ? PasswordFlaw.TooCommon : PasswordFlaw.None;
    }

    private static bool SameText(string password, string? name) => string.Equals(password.Trim(), name, StringComparison.OrdinalIgnoreCase);

    private static bool RepeatsOneCharacter(string password) => password.All(character => character == password[0]);
}
