using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Security;
using SmartTracker.Api.Data;
using SmartTracker.Api.Domain;

namespace SmartTracker.Api.Keys;

/// <summary>Creates and revokes keys.</summary>
public sealed class ApiKeyIssuer(ITenantDatabase database, ApiKeyStore keys, IRoles roles, IAuthorizationService authorization, TimeProvider time)
{
    public const int LongestName = 100;

    /// <summary>The key's text is in the answer and nowhere else afterwards.</summary>
    public async Task<(ApiKey Key, KeyText Text)> CreateAsync(NewApiKey wanted, CancellationToken cancellationToken)
    {
        var text = ApiKey.Kind.New();
        var key = ApiKey.Create(text, wanted, time.Now());
        await using var transaction = await database.BeginAsync(cancellationToken);
        await keys.AddAsync(key, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (key, text);
    }

    /// <returns>Null where there is no such key.</returns>
    public async Task<ApiKey?> RevokeAsync(ApiKeyId id, string by, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        if (await keys.FindAsync(id, cancellationToken) is not { } key)
            return null;
        key.Revoke(by, time.Now());
        await keys.SaveAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return key;
    }

    public Task<IReadOnlyList<string>> RolesAsync(CancellationToken cancellationToken) => roles.ListAsync(cancellationToken);

    /// <summary>The roles that a person can give to a key: nobody gives away more than they hold.</summary>
    public async Task<IReadOnlyList<string>> GrantableAsync(ClaimsPrincipal person, CancellationToken cancellationToken)
    {
        var grantable = new List<string>();
        foreach (var role in await roles.ListAsync(cancellationToken))
        {
            var needed = await roles.PermissionsOfAsync([role], cancellationToken);
            if (needed.Count == 0 || (await authorization.AuthorizeAsync(person, null, needed.Select(permission => new PermissionRequirement(permission)))).Succeeded)
                grantable.Add(role);
        }

        return grantable;
    }

    public Instant Now => time.Now();
}
