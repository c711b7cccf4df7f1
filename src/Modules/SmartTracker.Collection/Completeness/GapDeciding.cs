using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;

namespace SmartTracker.Collection.Completeness;

/// <summary>A person settles a stretch in which jobs may have been missed, or takes that back.</summary>
public sealed class GapDeciding(GapStore gaps, ITenantDatabase database, TimeProvider time)
{
    /// <summary>False where there is no such gap, or somebody settled it before.</summary>
    public async Task<bool> DecideAsync(Guid id, GapVerdict verdict, string reason, string by, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (verdict == GapVerdict.ProvedByMeters)
            throw new ArgumentException("Only meters prove.", nameof(verdict));
        await using var transaction = await database.BeginAsync(cancellationToken);
        if (await gaps.FindAsync(id, cancellationToken) is not { Decision: null } gap)
            return false;
        await gaps.DecideAsync(gap, new GapDecision(verdict, reason.Trim(), by, time.Now()), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    public async Task<KnownGap?> ReopenAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        if (await gaps.FindAsync(id, cancellationToken) is not { Decision: not null } gap || !await gaps.ReopenAsync(gap, cancellationToken))
            return null;
        await transaction.CommitAsync(cancellationToken);
        return gap;
    }
}
