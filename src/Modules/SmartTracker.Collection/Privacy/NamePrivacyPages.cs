using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using SmartTracker.Abstractions.Security;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Views.NamePrivacy;

namespace SmartTracker.Collection.Privacy;

/// <summary>Gathers what the pages about names show.</summary>
public sealed class NamePrivacyPages(
    NamePrivacyStore store, NamePrivacies privacies, NamePrivacyChanger changer, IAuthorizationService authorization, IHttpContextAccessor accessor)
{
    private const int Shown = 100;
    private const int LongestName = 1000;

    public async Task<NamePrivacyPage> GetAsync(CancellationToken cancellationToken)
    {
        var row = await store.FindAsync(cancellationToken);
        return new NamePrivacyPage(
            row.UserNames, row.JobNames, row.KeyMadeAt, row.ProtectedKey is not null && privacies.KeyOf(row) is null,
            await MayAsync(CollectionPermissions.Pseudonyms), await store.EventsAsync(Shown, cancellationToken));
    }

    /// <summary>Null where there is no key, or no such end.</summary>
    public async Task<KeyEndPage?> KeyAsync(KeyEnd? end, CancellationToken cancellationToken)
    {
        var row = await store.FindAsync(cancellationToken);
        return end is { } way && Enum.IsDefined(way) && row.KeyMadeAt is { } made ? new KeyEndPage(way, made, row.UserNames, row.JobNames) : null;
    }

    /// <param name="name">Null or empty asks for nothing.</param>
    public async Task<PseudonymPage> LookUpAsync(string? name, string by, CancellationToken cancellationToken)
    {
        var hasKey = privacies.KeyOf(await store.FindAsync(cancellationToken)) is not null;
        var asked = string.IsNullOrWhiteSpace(name) ? null : name.Length > LongestName ? name[..LongestName] : name;
        return new PseudonymPage(asked, hasKey, asked is null ? null : await changer.LookUpAsync(asked, by, cancellationToken));
    }

    private async Task<bool> MayAsync(string permission) =>
        accessor.HttpContext is { } context && (await authorization.AuthorizeAsync(context.User, null, new PermissionRequirement(permission))).Succeeded;
}
