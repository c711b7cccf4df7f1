using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Data;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Users;

/// <summary>One user creates another.</summary>
public sealed class UserCreation(UserRegister register, RoleAuthority authority, ITenantDatabase database, IStringLocalizer<Texts> texts)
{
    public async Task<IdentityResult> CreateAsync(UserId actor, NewUser wanted, CancellationToken cancellationToken)
    {
        var grantable = await authority.GrantableRolesAsync(actor, cancellationToken);
        if (wanted.Roles.Count == 0 || wanted.Roles.Except(grantable).Any())
            return IdentityResult.Failed(new IdentityError { Code = nameof(UserForm.Role), Description = texts["Choose one of the roles you may give."] });

        try
        {
            await using var transaction = await database.BeginAsync(cancellationToken);
            var added = await register.AddAsync(wanted, cancellationToken);
            if (added.Succeeded)
                await transaction.CommitAsync(cancellationToken);
            return added;
        }
        catch (DbUpdateException)
        {
            // Somebody else took the name or the address in the same moment; the unique index decided.
            var taken = await register.CheckAsync(wanted);
            if (taken.Succeeded)
                throw;
            return taken;
        }
    }
}
