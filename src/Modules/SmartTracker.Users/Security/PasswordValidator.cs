using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Security;

/// <summary>Refuses a new password that is guessed easily here: the tenant's and the person's names count as guessed.</summary>
internal sealed class PasswordValidator(Tenant tenant, IStringLocalizer<Texts> texts) : IPasswordValidator<User>
{
    public const string Field = "Password";

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password)
    {
        var flaw = PasswordPolicy.Check(password, user.UserName, user.Email, tenant.Name, tenant.SiteName, user.FullName ?? "");
        return Task.FromResult(PasswordWords.Of(flaw, texts) is { } reason
            ? IdentityResult.Failed(new IdentityError { Code = Field, Description = reason })
            : IdentityResult.Success);
    }
}
