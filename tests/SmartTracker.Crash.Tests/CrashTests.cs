using SmartTracker.Abstractions.Data;
using SmartTracker.TestHost;

namespace SmartTracker.Crash.Tests;

/// <summary>The real host as a process of its own, killed at random points of collection, rating, issuing and delivery. RELIABILITY F1, F2, F3.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int Kills = 20;
    private static readonly System.Diagnostics.Stopwatch Clock = System.Diagnostics.Stopwatch.StartNew();

    /// <summary>Set it to the number that a failure prints to try the same points again.</summary>
    private const string SeedVariable = "SMARTTRACKER_CRASH_SEED";

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Killed_twenty_times_the_host_comes_to_the_same_jobs_and_the_same_bills(DatabaseEngine engine)
    {
        var seed = Environment.GetEnvironmentVariable(SeedVariable) is { Length: > 0 } given ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture) : Random.Shared.Next();
        output.WriteLine($"{SeedVariable}={seed}");
        try
        {
            await using var printers = await Printers.StartAsync();
            var calm = await UndisturbedAsync(engine, printers);
            await using var again = await printers.RestartAsync();
            var crashed = await CrashingAsync(engine, again, new Random(seed));
            Assert.Equal(calm, crashed);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw new InvalidOperationException($"Try the same points again with {SeedVariable}={seed} ({engine}).", error);
        }
    }

    private static async Task<string> UndisturbedAsync(DatabaseEngine engine, Printers printers)
    {
        await using var world = await World.CreateAsync(engine, printers);
        foreach (var step in Work.Steps)
        {
            step.Before(printers);
            await world.RunHereAsync(step);
        }

        return await world.TotalsAsync();
    }

    private async Task<string> CrashingAsync(DatabaseEngine engine, Printers printers, Random random)
    {
        await using var world = await World.CreateAsync(engine, printers);
        await using var faults = Faults.For(engine, world, random);
        var killed = 0;
        foreach (var (index, step) in Work.Steps.Index())
        {
            step.Before(printers);
            // So many that the steps to come need not be killed more often than this one.
            var share = (Kills - killed + Work.Steps.Count - index - 1) / (Work.Steps.Count - index);
            for (var i = 0; i < share && await faults.InterruptAsync(step) is { } how; i++)
            {
                killed++;
                output.WriteLine($"{Clock.Elapsed.TotalSeconds:0.0} {killed}. {step.Name}: {how}");
                await world.LetTimePassAsync();
            }

            await faults.FinishAsync(step);
        }

        // What is done is done again, as a scheduler does after a restart: nothing more may come of it.
        while (killed < Kills)
        {
            var step = Work.Steps[random.Next(Work.Steps.Count)];
            if (await faults.InterruptAsync(step) is not { } how)
                continue;
            output.WriteLine($"{Clock.Elapsed.TotalSeconds:0.0} {++killed}. {step.Name} again: {how}");
            await world.LetTimePassAsync();
        }

        await world.DeliverAsync();
        Assert.Equal("", await world.VerifyAsync());
        return await world.TotalsAsync();
    }
}
