using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using SmartTracker.Abstractions.Security;
using SmartTracker.Users.Data;
using SmartTracker.Users.Domain;
using SmartTracker.Users.Security;
using SmartTracker.Users.Users;

namespace SmartTracker.Users.Roles;

/// <summary>Reads what the pages about roles show.</summary>
public sealed class RolePages(
    RoleStore roles, RoleCatalog catalog, PermissionGroups groups, GrantedPermissions granted, RoleAuthority authority, IAuthorizationService authorization)
{
    public async Task<RoleList> ListAsync(ClaimsPrincipal reader, CancellationToken cancellationToken)
    {
        var holders = await roles.CountHoldersAsync(cancellationToken);
        var rows = new List<RoleRow>();
        foreach (var name in await roles.ListNamesAsync(cancellationToken))
        {
            var description = (await roles.FindAsync(name, cancellationToken))?.Description ?? "";
            var permissions = await roles.GrantedAsync([name], cancellationToken);
            rows.Add(new(name, description, catalog.BuiltIn.Contains(name), holders.GetValueOrDefault(name), permissions));
        }

        return new(rows, groups.Read(), await MayEditAsync(reader));
    }

    /// <summary>The form of a role; null where there is no such role.</summary>
    /// <param name="sent">A form that was refused and is shown again with what was typed.</param>
    public async Task<RoleForm?> FormAsync(ClaimsPrincipal reader, string? name, RoleForm? sent, CancellationToken cancellationToken)
    {
        if (name is not null && !(await roles.ListNamesAsync(cancellationToken)).Contains(name))
            return null;

        var stored = name is null ? null : await roles.FindAsync(name, cancellationToken);
        var form = sent ?? new RoleForm
        {
            Description = stored?.Description,
            Permissions = name is null ? [] : [.. await roles.GrantedAsync([name], cancellationToken)],
        };
        form.Existing = name;
        form.Groups = groups.Read();
        form.Grantable = await granted.OfAsync(reader.RequiredId(), cancellationToken);
        form.IsBuiltIn = name is not null && catalog.BuiltIn.Contains(name);
        form.IsFixed = name is not null && RoleCatalog.IsFixed(name);
        form.HasOwnPermissions = stored?.HasOwnPermissions ?? false;
        form.Holders = name is null ? 0 : await roles.CountHoldersAsync(name, cancellationToken);
        form.MayChange = !form.IsFixed && await MayEditAsync(reader) && (name is null || await authority.CoversAsync(reader.RequiredId(), [name], cancellationToken));
        return form;
    }

    private async Task<bool> MayEditAsync(ClaimsPrincipal reader) =>
        (await authorization.AuthorizeAsync(reader, null, new PermissionRequirement(UserPermissions.EditRoles))).Succeeded;
}

/// <summary>All roles and all permissions, as list and as table of who may do what.</summary>
public sealed record RoleList(IReadOnlyList<RoleRow> Roles, IReadOnlyList<PermissionGroup> Groups, bool MayEdit);

public sealed record RoleRow(string Name, string Description, bool IsBuiltIn, int Holders, IReadOnlySet<string> Permissions);
