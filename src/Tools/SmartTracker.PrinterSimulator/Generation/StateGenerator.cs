using SmartTracker.PrinterSimulator.Plan;

namespace SmartTracker.PrinterSimulator.Generation;

/// <summary>Makes what a printer holds. Has random numbers of its own, so that jobs stay as they are.</summary>
internal sealed class StateGenerator(Chance chance, PrinterSpecification printer, DateTimeOffset now)
{
    private const decimal SupplyCubicCentimetres = 300;
    private const decimal RollMillimetres = 45_700;

    private static readonly (string Channel, string Color)[] Channels = [("C", "cyan"), ("M", "magenta"), ("Y", "yellow"), ("K", "matte-black")];

    public StatePlan Create(IReadOnlyList<JobPlan> jobs) => new()
    {
        Inks = [.. Channels.Select((ink, at) => new InkPlan(
            ink.Channel, ink.Color, "SIM 746", $"SIM{70 + at}A", $"{chance.Between(100_000, 999_999)}-{at + 1}", SupplyCubicCentimetres, chance.Between(150, 2_400)))],
        Rolls = [.. LoadedRolls.WidthsFor(printer.MaximumRollMillimetres).Select((width, at) => new RollPlan(
            $"Roll{at + 1}", PaperStock.Bond.Id, PaperStock.Bond.Name, Inches.Of(width), Inches.Of(RollMillimetres), chance.Between(0, 1_700)))],
        ImpressionsBefore = chance.Between(400, 42_000),
        Internal = [.. Internal(jobs.Min(job => job.SubmittedAt) ?? now)],
    };

    /// <summary>About every five days the printheads are cleaned, and now and then somebody prints a test page afterwards.</summary>
    private IEnumerable<InternalUse> Internal(DateTimeOffset first)
    {
        for (var at = first.AddHours(chance.Between(1, 60)); at < now; at = at.AddHours(chance.Between(80, 160)))
            yield return chance.Between(1, 3) == 1 ? new InternalUse(at, 1, 1.5m, 33.110236m) : new InternalUse(at, 0, chance.Between(1, 4), 0);
    }
}
