using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.Profiles;

namespace SmartTracker.Collection.Data;

/// <summary>A row of <c>print_job_import_profiles</c>.</summary>
public sealed class ImportProfileRow
{
    public ImportProfileId Id { get; set; }
    public required string Name { get; set; }

    /// <summary>JSON of <see cref="ProfileDefinition"/>.</summary>
    public required string Definition { get; set; }

    /// <summary>JSON of <see cref="ProfileSample"/>; null where a recipe brought the profile.</summary>
    public string? Sample { get; set; }

    public Instant ChangedAt { get; set; }
}

public sealed class ImportProfileStore(CollectionDbContext context)
{
    public const int LongestName = 60;

    public Task<List<ImportProfileRow>> ListAsync(CancellationToken cancellationToken) =>
        context.ImportProfiles.AsNoTracking().OrderBy(profile => profile.Name).ToListAsync(cancellationToken);

    public Task<ImportProfileRow?> FindAsync(ImportProfileId id, CancellationToken cancellationToken) =>
        context.ImportProfiles.AsNoTracking().FirstOrDefaultAsync(profile => profile.Id == id, cancellationToken);

    public Task<ImportProfileRow?> FindAsync(string name, CancellationToken cancellationToken) =>
        context.ImportProfiles.AsNoTracking().FirstOrDefaultAsync(profile => profile.Name == name, cancellationToken);

    public async Task AddAsync(ImportProfileRow profile, CancellationToken cancellationToken)
    {
        context.ImportProfiles.Add(profile);
        await context.SaveChangesAsync(cancellationToken);
        context.ChangeTracker.Clear();
    }

    public async Task<bool> ChangeAsync(ImportProfileId id, string name, ProfileDefinition definition, Instant at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var json = definition.ToJson();
        return await context.ImportProfiles.Where(profile => profile.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(profile => profile.Name, name).SetProperty(profile => profile.Definition, json).SetProperty(profile => profile.ChangedAt, at), cancellationToken) == 1;
    }

    public async Task<bool> RemoveAsync(ImportProfileId id, CancellationToken cancellationToken) =>
        await context.ImportProfiles.Where(profile => profile.Id == id).ExecuteDeleteAsync(cancellationToken) == 1;
}
