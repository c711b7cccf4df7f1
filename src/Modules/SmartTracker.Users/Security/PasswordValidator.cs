using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Security;

/// <summary>Says the flaw of a new password in words.</summary>
internal sealed class PasswordValidator(IStringLocalizer<Texts> texts) : IPasswordValidator<User>
{
    public const string Field = "Password";

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) =>
        Task.FromResult(PasswordPolicy.Check(password, user.UserName, user.Email) switch
        {
            PasswordFlaw.None => IdentityResult.Success,
            PasswordFlaw.TooShort => Refuse("Take at least 12 characters. A sentence is easy to remember."),
            PasswordFlaw.TooLong => Refuse("Take at most 256 characters."),
            PasswordFlaw.IsUserName => Refuse("The password must not be the user name or the e-mail address."),
            _ => Refuse("This password is among the first that are guessed. Take another one."),
        });

    private IdentityResult Refuse(string reason) =>
        IdentityResult.Failed(new IdentityError { Code = Field, Description = texts[reason] });
}
