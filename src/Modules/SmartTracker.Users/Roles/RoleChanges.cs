using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Data;
using SmartTracker.Users.Data;
using SmartTracker.Users.Domain;
using SmartTracker.Users.Security;
using SmartTracker.Users.Users;

namespace SmartTracker.Users.Roles;

/// <summary>Creates, changes and removes roles. Nobody gives a permission that they do not hold. Null answers mean that there is no such role.</summary>
public sealed class RoleChanges(
    RoleStore roles, RoleCatalog catalog, RoleAuthority authority, GrantedPermissions granted, ITenantDatabase database, IStringLocalizer<Texts> texts)
{
    private const int LongestName = 50;

    public async Task<IdentityResult> CreateAsync(UserId actor, RoleForm wanted, CancellationToken cancellationToken)
    {
        var name = wanted.Name?.Trim() ?? "";
        if (name.Length is 0 or > LongestName || !name.All(character => char.IsLetterOrDigit(character) || character is ' ' or '-'))
            return Refuse("Name", "Give a name of 1 to 50 letters, digits, blanks or hyphens.");
        if (await RefusalAsync(actor, new HashSet<string>(), wanted.Permissions, cancellationToken) is { } refusal)
            return refusal;

        await using var transaction = await database.BeginAsync(cancellationToken);
        if (RoleCatalog.IsReserved(name) || (await roles.ListNamesAsync(cancellationToken)).Contains(name, StringComparer.OrdinalIgnoreCase))
            return Refuse("Name", "There is already a role of this name. Choose another one.");
        try
        {
            var role = await roles.EnsureAsync(name, cancellationToken);
            await roles.DescribeAsync(role, wanted.Description?.Trim() ?? "", wanted.Permissions, cancellationToken);
        }
        catch (DbUpdateException)
        {
            return Refuse("Name", "There is already a role of this name. Choose another one.");
        }

        await transaction.CommitAsync(cancellationToken);
        return IdentityResult.Success;
    }

    /// <param name="permissions">Null gives back what the modules give the role by default.</param>
    public async Task<IdentityResult?> ChangeAsync(
        UserId actor, string name, string? description, IReadOnlyCollection<string>? permissions, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        if (!(await roles.ListNamesAsync(cancellationToken)).Contains(name))
            return null;
        if (RoleCatalog.IsFixed(name))
            return Refuse("", "This role always may do everything, otherwise nobody could mend what went wrong.");

        var before = await roles.GrantedAsync([name], cancellationToken);
        if (!await authority.CoversAsync(actor, [name], cancellationToken))
            return Refuse("", "This role may do more than you. Ask somebody who may do as much.");
        if (await RefusalAsync(actor, before, permissions ?? catalog.Granted(name, null), cancellationToken) is { } refusal)
            return refusal;

        var role = await roles.EnsureAsync(name, cancellationToken);
        if (permissions is null)
            await roles.ForgetPermissionsAsync(role, cancellationToken);
        else
            await roles.DescribeAsync(role, description?.Trim() ?? "", permissions, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult?> RemoveAsync(UserId actor, string name, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        if (!(await roles.ListNamesAsync(cancellationToken)).Contains(name))
            return null;
        if (catalog.BuiltIn.Contains(name))
            return Refuse("", "Every tenant has this role, so it stays. Take its permissions away instead.");
        if (!await authority.CoversAsync(actor, [name], cancellationToken))
            return Refuse("", "This role may do more than you. Ask somebody who may do as much.");
        if (await roles.CountHoldersAsync(name, cancellationToken) is > 0 and var holders)
            return Refuse("", holders == 1 ? "One user still has this role. Give another one first." : "{0} users still have this role. Give them another one first.", holders);
        try
        {
            await roles.RemoveAsync(name, cancellationToken);
        }
        catch (DbUpdateException)
        {
            return Refuse("", "Somebody was given this role in the same moment, so it stays.");
        }

        await transaction.CommitAsync(cancellationToken);
        return IdentityResult.Success;
    }

    private async Task<IdentityResult?> RefusalAsync(
        UserId actor, IReadOnlySet<string> before, IReadOnlyCollection<string> wanted, CancellationToken cancellationToken)
    {
        if (wanted.FirstOrDefault(name => !catalog.Declares(name)) is { } unknown)
            return Refuse("Permissions", "There is no permission {0} here.", unknown);
        var held = await granted.OfAsync(actor, cancellationToken);
        return wanted.Except(before).All(held.Contains) ? null : Refuse("Permissions", "You can give only permissions that you have yourself.");
    }

    private IdentityResult Refuse(string field, string reason, params object[] arguments) =>
        IdentityResult.Failed(new IdentityError { Code = field, Description = texts[reason, arguments] });
}
