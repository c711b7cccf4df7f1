using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Collection.Data;

public sealed class NamePrivacyStore(CollectionDbContext context, ITenantDatabase database)
{
    private const int MostTries = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public Task<NamePrivacyRow> FindAsync(CancellationToken cancellationToken) => context.NamePrivacy.AsNoTracking().SingleAsync(cancellationToken);

    /// <summary>Newest first.</summary>
    public Task<List<NamePrivacyEventRow>> EventsAsync(int count, CancellationToken cancellationToken) =>
        context.NamePrivacyEvents.AsNoTracking().OrderByDescending(happened => happened.HappenedAt).ThenByDescending(happened => happened.Id).Take(count).ToListAsync(cancellationToken);

    /// <summary>For a change in the running transaction; whoever else wants to change it waits.</summary>
    public async Task<NamePrivacyRow> LockAsync(CancellationToken cancellationToken)
    {
        if (database.Engine == DatabaseEngine.Sqlite)
            // What is overwritten is to be gone, not free to be used again.
            await context.Database.ExecuteSqlAsync($"PRAGMA secure_delete = ON", cancellationToken);
        await context.Database.ExecuteSqlAsync($"UPDATE name_privacy SET user_names = user_names WHERE id = 1", cancellationToken);
        return await context.NamePrivacy.SingleAsync(cancellationToken);
    }

    public void Add(NamePrivacyEventRow happened) => context.NamePrivacyEvents.Add(happened);

    /// <summary>Files of which profiles keep the beginning may hold names.</summary>
    public Task ForgetSamplesAsync(CancellationToken cancellationToken) =>
        context.ImportProfiles.ExecuteUpdateAsync(set => set.SetProperty(profile => profile.Sample, (string?)null), cancellationToken);

    public Task SaveAsync(CancellationToken cancellationToken) => context.SaveChangesAsync(cancellationToken);

    /// <summary>After the commit of a change: takes keys and samples of before out of the database's files. Inside a transaction of somebody else's, which
    /// may yet be taken back, nothing can be erased.</summary>
    public async Task EraseAsync(CancellationToken cancellationToken)
    {
        if (database.CurrentTransaction is not null)
            return;
        if (database.Engine == DatabaseEngine.Postgres)
        {
            await context.Database.ExecuteSqlAsync($"VACUUM FULL name_privacy", cancellationToken);
            await context.Database.ExecuteSqlAsync($"VACUUM FULL print_job_import_profiles", cancellationToken);
            return;
        }

        // The log that stands beside the file still has the old page; it cannot be emptied while somebody reads from it.
        for (var tries = 1; tries <= MostTries && await IsBusyAsync(cancellationToken); tries++)
            await Task.Delay(Pause, cancellationToken);
    }

    private async Task<bool> IsBusyAsync(CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = database.Connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture) != 0;
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }
}
