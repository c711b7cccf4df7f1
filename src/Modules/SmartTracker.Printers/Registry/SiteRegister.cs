using Microsoft.Extensions.Localization;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Printers.Data;
using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Registry;

/// <summary>Adds, changes and removes sites.</summary>
public sealed class SiteRegister(ITenantDatabase database, SiteStore sites, IStringLocalizer<Texts> t)
{
    private const int LongestName = 100;
    private const int LongestAddress = 300;

    /// <param name="id">Null for a new site.</param>
    /// <returns>Null where there is no such site; otherwise what stands against it, empty where it is stored.</returns>
    public async Task<IReadOnlyList<DraftFault>?> SaveAsync(SiteId? id, SiteDraft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        await using var transaction = await database.BeginAsync(cancellationToken);
        var site = id is { } known ? await sites.FindAsync(known, cancellationToken) : null;
        if (id is not null && site is null)
            return null;
        var faults = await CheckAsync(site, draft, cancellationToken);
        if (faults.Count > 0)
            return faults;

        Write(site, draft);
        await sites.SaveAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return [];
    }

    /// <summary>Inside the caller's transaction: the site of that name, made where there is none.</summary>
    public async Task<SiteId> OfNameAsync(string name, CancellationToken cancellationToken)
    {
        if (await sites.FindAsync(name, cancellationToken) is { } known)
            return known.Id;
        var site = Write(null, new SiteDraft(name, null, null));
        await sites.SaveAsync(cancellationToken);
        return site.Id;
    }

    /// <summary>Printers that stand there stand nowhere then.</summary>
    /// <returns>False where there is no such site.</returns>
    public async Task<bool> RemoveAsync(SiteId id, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        if (await sites.FindAsync(id, cancellationToken) is not { } site)
            return false;
        foreach (var printer in await sites.PrintersAtAsync(id, cancellationToken))
            printer.StandAt(null);
        await sites.SaveAsync(cancellationToken);
        sites.Remove(site);
        await sites.SaveAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private Site Write(Site? site, SiteDraft draft)
    {
        if (site is null)
            sites.Add(site = new Site { Id = SiteId.New(), Name = draft.Name!.Trim() });
        site.Name = draft.Name!.Trim();
        site.Address = Given(draft.Address);
        site.TimeZoneId = Given(draft.TimeZoneId);
        return site;
    }

    private async Task<IReadOnlyList<DraftFault>> CheckAsync(Site? site, SiteDraft draft, CancellationToken cancellationToken)
    {
        var faults = new List<DraftFault>();
        if (string.IsNullOrWhiteSpace(draft.Name) || draft.Name.Trim().Length > LongestName)
            faults.Add(new(nameof(draft.Name), t["Give the site a name of up to {0} characters.", LongestName]));
        else if (await sites.FindAsync(draft.Name, cancellationToken) is { } other && other.Id != site?.Id)
            faults.Add(new(nameof(draft.Name), t["There is a site of this name already."]));
        if (draft.Address?.Length > LongestAddress)
            faults.Add(new(nameof(draft.Address), t["The address is longer than {0} characters.", LongestAddress]));
        if (Given(draft.TimeZoneId) is { } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
            faults.Add(new(nameof(draft.TimeZoneId), t["This time zone is not known. Choose one such as Europe/Berlin."]));
        return faults;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <param name="TimeZoneId">Empty takes the tenant's.</param>
public sealed record SiteDraft(string? Name, string? Address, string? TimeZoneId);
