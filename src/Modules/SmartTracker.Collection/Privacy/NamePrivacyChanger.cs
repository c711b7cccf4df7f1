using Microsoft.Extensions.Logging;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Data;
using SmartTracker.PrinterReaders.Names;

namespace SmartTracker.Collection.Privacy;

/// <summary>Changes what is kept of names, and the key. Jobs that are stored stay as they are.</summary>
public sealed partial class NamePrivacyChanger(
    NamePrivacyStore store, NamePrivacies privacies, PseudonymKeys keys, ITenantDatabase database, TimeProvider time, ILogger<NamePrivacyChanger> logger)
{
    /// <summary>From the next answer and the next import on.</summary>
    /// <returns>False where it was so already.</returns>
    public async Task<bool> ChangeAsync(NameHandling users, NameHandling jobs, string by, CancellationToken cancellationToken)
    {
        if (!await TryChangeAsync(users, jobs, by, cancellationToken))
            return false;
        LogChanged(users, jobs);
        await store.EraseAsync(CancellationToken.None);
        return true;
    }

    /// <summary>From now on everybody has another pseudonym. The old key is gone.</summary>
    public Task ReplaceKeyAsync(string by, CancellationToken cancellationToken) => ChangeKeyAsync(row => MakeKey(row), NamePrivacyEvent.KeyReplaced, by, cancellationToken);

    /// <summary>Nobody can tell any more whose a pseudonym was. What was pseudonymised is dropped from now on.</summary>
    public Task DestroyKeyAsync(string by, CancellationToken cancellationToken) => ChangeKeyAsync(
        row =>
        {
            (row.ProtectedKey, row.KeyMadeAt) = (null, null);
            (row.UserNames, row.JobNames) = (NamePrivacies.WithoutKey(row.UserNames), NamePrivacies.WithoutKey(row.JobNames));
        },
        NamePrivacyEvent.KeyDestroyed, by, cancellationToken);

    /// <summary>The pseudonyms that a name has now. That somebody asked is recorded, not what for.</summary>
    /// <returns>Null where there is no key.</returns>
    public async Task<FoundPseudonyms?> LookUpAsync(string name, string by, CancellationToken cancellationToken)
    {
        var row = await store.FindAsync(cancellationToken);
        if (privacies.KeyOf(row) is not { } key)
            return null;
        await using var transaction = await database.BeginAsync(cancellationToken);
        Note(row, NamePrivacyEvent.LookedUp, by);
        await store.SaveAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new FoundPseudonyms(name, Pseudonym.Of(key, NameKind.User, name), Pseudonym.Of(key, NameKind.Job, name));
    }

    private async Task<bool> TryChangeAsync(NameHandling users, NameHandling jobs, string by, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        var row = await store.LockAsync(cancellationToken);
        var needsKey = (users == NameHandling.Pseudonymise || jobs == NameHandling.Pseudonymise) && row.ProtectedKey is null;
        if (!needsKey && row.UserNames == users && row.JobNames == jobs)
            return false;
        (row.UserNames, row.JobNames) = (users, jobs);
        if (needsKey)
            MakeKey(row);
        Note(row, NamePrivacyEvent.Changed, by);
        if (needsKey)
            Note(row, NamePrivacyEvent.KeyMade, by);
        if (users != NameHandling.Collect || jobs != NameHandling.Collect)
            await store.ForgetSamplesAsync(cancellationToken);
        await store.SaveAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private async Task ChangeKeyAsync(Action<NamePrivacyRow> change, NamePrivacyEvent what, string by, CancellationToken cancellationToken)
    {
        await using (var transaction = await database.BeginAsync(cancellationToken))
        {
            var row = await store.LockAsync(cancellationToken);
            change(row);
            Note(row, what, by);
            await store.SaveAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        LogKey(what);
        await store.EraseAsync(CancellationToken.None);
    }

    private void MakeKey(NamePrivacyRow row) => (row.ProtectedKey, row.KeyMadeAt) = (keys.Protect(Pseudonym.NewKey()), time.Now());

    private void Note(NamePrivacyRow row, NamePrivacyEvent what, string by) => store.Add(new NamePrivacyEventRow
    {
        Id = Guid.CreateVersion7(),
        HappenedAt = time.Now(),
        DoneBy = by,
        Kind = what,
        UserNames = row.UserNames,
        JobNames = row.JobNames,
    });

    [LoggerMessage(Level = LogLevel.Information, Message = "Names of users: {Users}, of jobs: {Jobs}, from now on")]
    private partial void LogChanged(NameHandling users, NameHandling jobs);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The key of pseudonyms: {What}")]
    private partial void LogKey(NamePrivacyEvent what);
}

/// <summary>What stands in jobs where the name stood.</summary>
public sealed record FoundPseudonyms(string Name, string AsUser, string AsJob);
