using System.Diagnostics;
using System.Globalization;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Crash.Tests;

/// <summary>The real host as a process of its own, killed around random commits of collection, rating, issuing and delivery, comes to the same
/// jobs and the same bills as one that nobody disturbed. RELIABILITY F1, F2, F3.</summary>
public abstract class CrashTests(DatabaseEngine engine, ITestOutputHelper output)
{
    /// <summary>Set it to the number that a failure prints to try the same points again.</summary>
    private const string SeedVariable = "SMARTTRACKER_CRASH_SEED";

    /// <summary>How often the host is killed on each database; 20 where it is not set.</summary>
    private const string KillsVariable = "SMARTTRACKER_CRASH_KILLS";

    private readonly int _seed = Number(SeedVariable) ?? Random.Shared.Next();
    private readonly int _kills = Number(KillsVariable) ?? 20;
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    [Fact]
    public async Task Killed_again_and_again_the_host_comes_to_the_same_jobs_and_the_same_bills()
    {
        Say($"{SeedVariable}={_seed} {KillsVariable}={_kills}");
        try
        {
            await using var printers = await Printers.StartAsync();
            var (calm, commits) = await UndisturbedAsync(printers);
            await using var again = await printers.RestartAsync();
            Assert.Equal(calm, await CrashingAsync(again, commits));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw new InvalidOperationException($"{error.Message}\nTry the same points again with {SeedVariable}={_seed} ({engine}).", error);
        }
    }

    /// <summary>What all comes to, and how often each step commits.</summary>
    private async Task<(string Totals, Dictionary<WorkStep, int> Commits)> UndisturbedAsync(Printers printers)
    {
        await using var world = await World.CreateAsync(engine, printers);
        var commits = new Dictionary<WorkStep, int>();
        foreach (var month in Work.Months)
        {
            month.Before(printers);
            foreach (var step in month.Steps)
                commits[step] = await world.RunAsync(step);
            await world.DeliverAsync();
        }

        Assert.Empty(await Totals.FindingsAsync(world));
        Say("Commits undisturbed: " + string.Join(", ", commits.Select(each => $"{each.Key.Name} {each.Value}")));
        return (await Totals.OfAsync(world), commits);
    }

    private async Task<string> CrashingAsync(Printers printers, Dictionary<WorkStep, int> commits)
    {
        await using var world = await World.CreateAsync(engine, printers);
        var random = new Random(_seed);
        var (kills, steps) = (_kills, Work.Count);
        foreach (var month in Work.Months)
        {
            month.Before(printers);
            foreach (var step in month.Steps)
            {
                var share = (kills + steps - 1) / steps--;
                foreach (var fault in Plan(step, commits[step], share, world.Kinds, random))
                    kills -= await StruckAsync(world, step, fault) ? 1 : 0;
                await world.RunAsync(step);
            }

            await world.DeliverAsync();
        }

        // Collecting again what is there already, as the scheduler does after a restart: nothing more may come of it.
        var collect = Work.Months[^1].Steps[0];
        while (kills > 0)
            kills -= await StruckAsync(world, collect, Fault.Any(random, world.Kinds, commits[collect])) ? 1 : 0;

        Assert.Empty(await Totals.FindingsAsync(world));
        return await Totals.OfAsync(world);
    }

    private static IEnumerable<Fault> Plan(WorkStep step, int commits, int kills, IReadOnlyList<FaultKind> kinds, Random random)
    {
        // An invoice is issued once, by the first COMMIT: that is prevented again and again, until the last fault lets it happen.
        List<FaultKind> undone = [.. kinds.Where(kind => !new Fault(kind, 1, 0).KeepsCommit)];
        for (var left = kills; left > 0; left--)
            yield return step.Bills && left > 1 ? Fault.Any(random, undone, 1) : Fault.Any(random, kinds, commits);
    }

    private async Task<bool> StruckAsync(World world, WorkStep step, Fault fault)
    {
        var struck = await world.StrikeAsync(step, fault);
        Say($"{step.Name}: {(struck ? fault : "done before " + fault)}");
        return struck;
    }

    private void Say(string sentence) => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{engine} {_clock.Elapsed.TotalSeconds:0.0} s: {sentence}"));

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}

// Two classes, so that both databases are tried at the same time.
public sealed class SqliteCrashTests(ITestOutputHelper output) : CrashTests(DatabaseEngine.Sqlite, output);

public sealed class PostgresCrashTests(ITestOutputHelper output) : CrashTests(DatabaseEngine.Postgres, output);
