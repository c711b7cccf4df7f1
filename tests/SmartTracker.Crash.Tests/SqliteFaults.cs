namespace SmartTracker.Crash.Tests;

/// <summary>On SQLite a transaction reaches the write-ahead log when it commits, so a log that grew means "committed, and the program may not know yet".</summary>
internal sealed class SqliteFaults(World world, Random random) : Faults(world, random)
{
    private const int MostWrites = 5;

    private readonly World _world = world;

    protected override async Task<string?> InterruptAtWriteAsync(HostProcess process)
    {
        var wanted = 1 + Random.Next(MostWrites);
        var delay = Random.Next(2) == 0 ? 0 : Random.Next(25);
        var before = Written();
        for (var seen = 0; seen < wanted;)
        {
            if (process.Ended.IsCompleted)
                return null;
            var now = Written();
            if (now != before)
                seen++;
            before = now;
            await Task.Delay(1);
        }

        if (delay > 0)
            await Task.Delay(delay);
        return await process.KillAsync() ? $"killed {delay} ms after write {wanted}" : null;
    }

    private (long Length, long Newest) Written()
    {
        long length = 0, newest = 0;
        foreach (var log in new DirectoryInfo(_world.DataFolder).EnumerateFiles("*.db-wal", SearchOption.AllDirectories))
        {
            try
            {
                length += log.Length;
                newest = Math.Max(newest, log.LastWriteTimeUtc.Ticks);
            }
            catch (FileNotFoundException)
            {
                // It was checkpointed away a moment ago.
            }
        }

        return (length, newest);
    }
}
