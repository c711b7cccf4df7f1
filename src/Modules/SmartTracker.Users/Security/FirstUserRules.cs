using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Security;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Security;

/// <summary>What can be said of a user before there is a database to ask for namesakes.</summary>
internal sealed class FirstUserRules(IStringLocalizer<Texts> texts) : IFirstUserRules
{
    public IReadOnlyList<FirstUserFlaw> Check(string userName, string? email, string? password, params string[] names)
    {
        var flaws = new List<FirstUserFlaw>();
        if (!UserValidator.IsName(userName))
            flaws.Add(new(nameof(User.UserName), texts["Give a user name of 1 to 100 characters."]));
        if (!string.IsNullOrWhiteSpace(email) && !UserValidator.LooksLikeAddress(email.Trim()))
            flaws.Add(new(nameof(User.Email), texts["This is not an e-mail address. It looks like name@example.org."]));
        if (PasswordWords.Of(PasswordPolicy.Check(password, userName, email, names), texts) is { } flaw)
            flaws.Add(new(PasswordValidator.Field, flaw));
        return flaws;
    }
}
