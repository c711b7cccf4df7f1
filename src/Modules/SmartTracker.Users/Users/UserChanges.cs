using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Data;
using SmartTracker.Users.Domain;
using SmartTracker.Users.Links;
using SmartTracker.Users.SignIn;

namespace SmartTracker.Users.Users;

/// <summary>One user changes another: names, address, roles; ends sessions; removes. Null answers mean that there is no such user.</summary>
public sealed class UserChanges(
    UserManager<User> users, UserRegister register, RoleAuthority authority, LastAdministrator last, OneTimeLinks links, UserSessions sessions,
    ITenantDatabase database, IStringLocalizer<Texts> texts)
{
    public async Task<IdentityResult?> ChangeAsync(UserId actor, UserId id, UserEdit wanted, CancellationToken cancellationToken)
    {
        try
        {
            await using var transaction = await database.BeginAsync(cancellationToken);
            if (await users.FindByIdAsync(id.ToString()) is not { } user)
                return null;
            if (await RolesRefusalAsync(actor, user, wanted.Roles, cancellationToken) is { } refusal)
                return refusal;

            if (!string.Equals(user.Email, wanted.Email, StringComparison.OrdinalIgnoreCase))
                await links.WithdrawAsync(id, cancellationToken, LinkPurpose.Invitation, LinkPurpose.PasswordReset, LinkPurpose.EmailChange);
            (user.UserName, user.FullName, user.Email, user.Language) = (wanted.UserName, wanted.FullName, wanted.Email, wanted.Language);
            await register.SetRolesAsync(user, wanted.Roles, cancellationToken);
            var changed = await users.UpdateAsync(user);
            if (changed.Succeeded)
                await transaction.CommitAsync(cancellationToken);
            return changed;
        }
        catch (DbUpdateException)
        {
            return Refuse(nameof(User.UserName), "Somebody else took this name or address in the same moment. Choose another one.");
        }
    }

    public async Task<IdentityResult?> RemoveAsync(UserId actor, UserId id, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        if (await users.FindByIdAsync(id.ToString()) is not { } user)
            return null;
        if (actor == id)
            return Refuse("", "You cannot remove yourself. Somebody else has to do it.");
        if (!await authority.CoversAsync(actor, user.RoleNames, cancellationToken))
            return Refuse("", "This user may do more than you. Ask somebody with the same role.");
        if (await last.IsAsync(user, cancellationToken))
            return Refuse("", "This is the last user who may do everything here. Give somebody else that role first.");

        var removed = await users.DeleteAsync(user);
        if (removed.Succeeded)
            await transaction.CommitAsync(cancellationToken);
        return removed;
    }

    public async Task<IdentityResult?> EndSessionsAsync(UserId actor, UserId id, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(id.ToString()) is not { } user)
            return null;
        if (!await authority.CoversAsync(actor, user.RoleNames, cancellationToken))
            return Refuse("", "This user may do more than you. Ask somebody with the same role.");
        await sessions.EndEverywhereAsync(id, cancellationToken);
        return IdentityResult.Success;
    }

    private async Task<IdentityResult?> RolesRefusalAsync(UserId actor, User user, IReadOnlyCollection<string> wanted, CancellationToken cancellationToken)
    {
        if (!await authority.CoversAsync(actor, user.RoleNames, cancellationToken))
            return Refuse("", "This user may do more than you. Ask somebody with the same role.");
        if (user.Roles.Count == wanted.Count && wanted.All(user.RoleNames.Contains))
            return null;
        if (actor == user.Id)
            return Refuse(nameof(UserEditForm.Roles), "You cannot change your own roles. Somebody else has to do it.");
        if (wanted.Count == 0 || wanted.Except(await authority.GrantableRolesAsync(actor, cancellationToken)).Any())
            return Refuse(nameof(UserEditForm.Roles), "Choose one of the roles you may give.");
        return !wanted.Contains(await last.TopRoleAsync(cancellationToken)) && await last.IsAsync(user, cancellationToken)
            ? Refuse(nameof(UserEditForm.Roles), "This is the last user who may do everything here. Give somebody else that role first.")
            : null;
    }

    private IdentityResult Refuse(string field, string reason) => IdentityResult.Failed(new IdentityError { Code = field, Description = texts[reason] });
}

/// <summary>What somebody shall be called and may do.</summary>
public sealed record UserEdit(string UserName, string? FullName, string? Email, string? Language, IReadOnlyCollection<string> Roles);
