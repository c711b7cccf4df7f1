using SmartTracker.PrinterSimulator;
using SmartTracker.PrinterSimulator.Plan;

namespace SmartTracker.Crash.Tests;

/// <summary>The customers' printers, which outlive every crash of the host. Two fleets made here remember the same jobs, to the last digit.</summary>
internal sealed class Printers : IAsyncDisposable
{
    private const int Seed = 20261101;
    private readonly FleetPlan _fresh;
    private readonly SimulatedFleet _fleet;

    private Printers(FleetPlan fresh, SimulatedFleet fleet) => (_fresh, _fleet) = (fresh, fleet);

    public IReadOnlyList<SimulatedPrinter> All => _fleet.Printers;

    public static Task<Printers> StartAsync()
    {
        var plan = FleetPlan.Create(Seed, new FleetOptions
        {
            BilledMonth = Work.First.OnDayOfMonth(1).ToDateOnly(),
            GeneratedAt = new DateTimeOffset(Work.Second.OnDayOfMonth(28).ToDateTimeUnspecified(), TimeSpan.Zero),
            Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
            Printers =
            [
                new PrinterSpecification("nordplan", "Plotter EG", "HP DesignJet Z9 44in", Trade.Architects, 914, 40, 20),
                new PrinterSpecification("nordplan", "Plotter OG", "HP DesignJet T1700 44in", Trade.Architects, 914, 30, 10),
                new PrinterSpecification("baukontor", "Kontor", "HP PageWide XL 5100", Trade.Reprographics, 1067, 60, 30),
            ],
        });
        // A job without figures would keep its month open for ever; that is another test's.
        return StartAsync(new FleetPlan
        {
            Printers = [.. plan.Printers.Select(printer => printer with { Jobs = [.. printer.Jobs.Where(job => job is { Media: not null, InkCubicCentimetres: not null })] })],
        });
    }

    /// <summary>The same printers at the same addresses as they were before anything was found late.</summary>
    public async Task<Printers> RestartAsync()
    {
        var ports = _fleet.Plan;
        await DisposeAsync();
        return await StartAsync(new FleetPlan { Printers = [.. ports.Printers.Zip(_fresh.Printers, (now, fresh) => fresh with { Port = now.Port, Certificate = now.Certificate })] });
    }

    /// <summary>Jobs of the first month that no list held when it was read.</summary>
    public void FindLateJobs()
    {
        foreach (var printer in All)
        {
            var like = printer.Plan.Jobs.First(job => job.CompletedAt is { } at && at.Month == Work.First.Month && job.PrintedCopies > 0);
            printer.Add(like with { Uuid = Late(like.Uuid), JobUuid = Late(like.JobUuid), JobName = "late.pdf" });
        }
    }

    public ValueTask DisposeAsync() => _fleet.DisposeAsync();

    private static async Task<Printers> StartAsync(FleetPlan plan) => new(plan, await SimulatedFleet.StartAsync(plan, TimeProvider.System, CancellationToken.None));

    private static Guid Late(Guid id)
    {
        var bytes = id.ToByteArray();
        bytes[15] ^= 0xFF;
        return new Guid(bytes);
    }
}
