using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Security;

/// <summary>Says the flaw of a new password in words.</summary>
internal sealed class PasswordValidator(IStringLocalizer<Texts> texts) : IPasswordValidator<User>
{
    public const string Field = "Password";

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) =>
        Task.FromResult(Flaw(password, user.UserName, user.Email) is { } reason
            ? IdentityResult.Failed(new IdentityError { Code = Field, Description = reason })
            : IdentityResult.Success);

    /// <summary>Null where the password may be used.</summary>
    public string? Flaw(string? password, string userName, string? email) => PasswordPolicy.Check(password, userName, email) switch
    {
        PasswordFlaw.None => null,
        PasswordFlaw.TooShort => texts["Take at least 12 characters. A sentence is easy to remember."].Value,
        PasswordFlaw.TooLong => texts["Take at most 256 characters."].Value,
        PasswordFlaw.IsUserName => texts["The password must not be the user name or the e-mail address."].Value,
        _ => texts["This password is among the first that are guessed. Take another one."].Value,
    };
}
