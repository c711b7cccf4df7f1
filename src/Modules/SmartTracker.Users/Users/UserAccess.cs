using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Data;
using SmartTracker.Users.Data;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Users;

/// <summary>Switches a user's access off and on. Off ends the running sessions too.</summary>
public sealed class UserAccess(
    UserManager<User> users, RoleAuthority authority, LastAdministrator last, SessionStore sessions, ITenantDatabase database, IStringLocalizer<Texts> texts)
{
    /// <summary>Null where there is no such user.</summary>
    public async Task<IdentityResult?> SetEnabledAsync(UserId actor, UserId id, bool enabled, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        if (await users.FindByIdAsync(id.ToString()) is not { } user)
            return null;
        if (actor == id)
            return Refuse("You cannot switch off your own access. Somebody else has to do it.");
        if (!await authority.CoversAsync(actor, user.RoleNames, cancellationToken))
            return Refuse("This user may do more than you. Ask somebody with the same role.");
        if (!enabled && await last.IsAsync(user, cancellationToken))
            return Refuse("This is the last user who may do everything here. Give somebody else that role first.");

        user.IsEnabled = enabled;
        await sessions.EndAllAsync(id, except: null, cancellationToken);
        var changed = await users.UpdateSecurityStampAsync(user);
        if (changed.Succeeded)
            await transaction.CommitAsync(cancellationToken);
        return changed;
    }

    private IdentityResult Refuse(string reason) => IdentityResult.Failed(new IdentityError { Code = "", Description = texts[reason] });
}
