using Microsoft.Extensions.Localization;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Security;

/// <summary>What to do about a password's flaw.</summary>
internal static class PasswordWords
{
    /// <summary>Null where there is none.</summary>
    public static string? Of(PasswordFlaw flaw, IStringLocalizer<Texts> texts) => flaw switch
    {
        PasswordFlaw.None => null,
        PasswordFlaw.TooShort => texts["Take at least 12 characters, better 15 or more. A sentence is easy to remember."].Value,
        PasswordFlaw.TooLong => texts["Take at most 256 characters."].Value,
        PasswordFlaw.ContainsUserName => texts["The password must not contain the user name or the e-mail address. Take a sentence that nobody connects with you."].Value,
        _ => texts["This password is made of parts that are guessed first: frequent words, names, years, keys in a row. Add words that do not belong together."].Value,
    };
}
