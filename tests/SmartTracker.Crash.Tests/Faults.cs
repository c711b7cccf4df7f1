using SmartTracker.Abstractions.Data;

namespace SmartTracker.Crash.Tests;

/// <summary>Runs steps in processes that come to a bad end.</summary>
internal abstract class Faults(World world, Random random) : IAsyncDisposable
{
    // What the last undisturbed command took: random moments are chosen in it.
    private TimeSpan _usual = TimeSpan.FromSeconds(2);

    protected Random Random => random;

    protected virtual string? ConnectionString => null;

    public static Faults For(DatabaseEngine engine, World world, Random random) =>
        engine == DatabaseEngine.Sqlite ? new SqliteFaults(world, random) : new PostgresFaults(world, random);

    /// <summary>Runs a step and lets something happen to it. How it ended, or null where it was done before anything could.</summary>
    public async Task<string?> InterruptAsync(WorkStep step)
    {
        using var process = Start(step);
        if (random.Next(4) == 0)
        {
            var moment = _usual * (0.4 + 0.6 * random.NextDouble());
            await Task.WhenAny(process.Ended, Task.Delay(moment));
            return await process.KillAsync() ? $"killed after {moment.TotalMilliseconds:0} ms" : null;
        }

        return await InterruptAtWriteAsync(process);
    }

    /// <summary>Runs a step to its end.</summary>
    public async Task FinishAsync(WorkStep step)
    {
        var started = System.Diagnostics.Stopwatch.StartNew();
        using var process = Start(step);
        var (code, words) = await process.EndAsync();
        Assert.True(code == 0, $"{step.Name} ended with {code}: {words}");
        _usual = started.Elapsed;
    }

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The same at a random write to the database.</summary>
    protected abstract Task<string?> InterruptAtWriteAsync(HostProcess process);

    private HostProcess Start(WorkStep step) => new([.. step.Arguments, .. world.Options(ConnectionString)]);
}
