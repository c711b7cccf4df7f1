using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Security;
using SmartTracker.Users.Data;
using SmartTracker.Users.Domain;
using SmartTracker.Users.Links;
using SmartTracker.Users.Security;

namespace SmartTracker.Users.Users;

/// <summary>Reads what the pages about users show.</summary>
public sealed class UserPages(
    UserList users, RoleStore roles, SessionStore sessions, OneTimeLinks links, RoleAuthority authority, IAuthorizationService authorization, TimeProvider time)
{
    public async Task<UserListPage> ListAsync(ClaimsPrincipal reader, UserFilter filter, int page, CancellationToken cancellationToken)
    {
        var wanted = Math.Max(page, 1);
        var (found, count) = await users.PageAsync(filter, wanted, cancellationToken);
        var pages = (count + UserList.PageSize - 1) / UserList.PageSize;
        if (found.Count == 0 && wanted > 1 && pages > 0)
            (found, wanted) = ((await users.PageAsync(filter, pages, cancellationToken)).Users, pages);

        var now = time.Now();
        return new(
            [.. found.Select(user => new UserRow(user, user.StateAt(now)))],
            filter,
            await users.CountByStateAsync(cancellationToken),
            await roles.ListNamesAsync(cancellationToken),
            wanted,
            pages,
            await MayEditAsync(reader));
    }

    public async Task<UserPage?> FindAsync(ClaimsPrincipal reader, UserId id, CancellationToken cancellationToken)
    {
        if (await users.FindAsync(id, cancellationToken) is not { } user)
            return null;

        var now = time.Now();
        var invitation = user.PasswordHash is null ? await links.LatestAsync(id, LinkPurpose.Invitation, cancellationToken) : null;
        var mayChange = await MayEditAsync(reader) && await authority.CoversAsync(reader.RequiredId(), user.RoleNames, cancellationToken);
        return new(
            user,
            user.StateAt(now),
            reader.RequiredId() == id,
            mayChange,
            invitation,
            invitation?.StateAt(now) ?? LinkState.Unknown,
            mayChange ? await sessions.ListAsync(id, cancellationToken) : []);
    }

    private async Task<bool> MayEditAsync(ClaimsPrincipal reader) =>
        (await authorization.AuthorizeAsync(reader, null, new PermissionRequirement(UserPermissions.Edit))).Succeeded;
}
