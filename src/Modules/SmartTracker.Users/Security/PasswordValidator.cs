using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Security;

/// <summary>Says the flaw of a new password in words.</summary>
internal sealed class PasswordValidator(Tenant tenant, IStringLocalizer<Texts> texts) : IPasswordValidator<User>
{
    public const string Field = "Password";

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) =>
        Task.FromResult(PasswordPolicy.Check(password, user.UserName, user.Email, tenant.Name, tenant.SiteName, user.FullName ?? "") switch
        {
            PasswordFlaw.None => IdentityResult.Success,
            PasswordFlaw.TooShort => Refuse("Take at least 12 characters, better 15 or more. A sentence is easy to remember."),
            PasswordFlaw.TooLong => Refuse("Take at most 256 characters."),
            PasswordFlaw.ContainsUserName => Refuse("The password must not contain the user name or the e-mail address. Take a sentence that nobody connects with you."),
            _ => Refuse("This password is made of parts that are guessed first: frequent words, names, years, keys in a row. Add words that do not belong together."),
        });

    private IdentityResult Refuse(string reason) =>
        IdentityResult.Failed(new IdentityError { Code = Field, Description = texts[reason] });
}
