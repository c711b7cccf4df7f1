namespace SmartTracker.Collection.Collecting.Turns;

/// <summary>Places that tenants share. A free one goes to the waiting tenant that holds the fewest, among equals to the one that was served
/// longest ago; so whoever has many printers, or slow ones, waits for itself. Within a tenant it is first come, first served.</summary>
public sealed class FairPlaces(int places)
{
    // One tenant alone never holds them all: who comes next need not wait until it lets go.
    private readonly int _mostOfOne = Math.Max(1, places - places / 4);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Party> _parties = new(StringComparer.Ordinal);
    private int _free = places;
    private long _served;

    /// <summary>Waits for a place; disposed it is free again.</summary>
    /// <param name="most">How many the tenant may hold at the same time.</param>
    public async Task<IDisposable> TakeAsync(string tenant, int most, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (!_parties.TryGetValue(tenant, out var party))
                _parties[tenant] = party = new Party();
            party.Most = Math.Clamp(most, 1, _mostOfOne);
            party.Waiting.Enqueue(waiting);
            GiveOut();
        }

        await using (cancellationToken.Register(() => waiting.TrySetCanceled(cancellationToken)))
            await waiting.Task;
        return new Place(this, tenant);
    }

    private void GiveBack(string tenant)
    {
        lock (_gate)
        {
            var party = _parties[tenant];
            party.Held--;
            _free++;
            GiveOut();
            if (party is { Held: 0, Waiting.Count: 0 })
                _parties.Remove(tenant);
        }
    }

    private void GiveOut()
    {
        while (_free > 0 && Next() is { } party)
        {
            // Who gave up waiting takes nothing.
            if (!party.Waiting.Dequeue().TrySetResult())
                continue;
            party.Held++;
            party.ServedAt = ++_served;
            _free--;
        }
    }

    private Party? Next() => _parties.Values.Where(party => party.Waiting.Count > 0 && party.Held < party.Most).MinBy(party => (party.Held, party.ServedAt));

    private sealed class Party
    {
        public Queue<TaskCompletionSource> Waiting { get; } = new();
        public int Most { get; set; }
        public int Held { get; set; }
        public long ServedAt { get; set; }
    }

    private sealed class Place(FairPlaces of, string tenant) : IDisposable
    {
        private int _isFree;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isFree, 1) == 0)
                of.GiveBack(tenant);
        }
    }
}
