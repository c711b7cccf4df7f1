using SmartTracker.PrinterSimulator.Plan;

namespace SmartTracker.PrinterSimulator.Generation;

/// <summary>Makes a fleet and its history from a seed; asks neither the clock nor the system's random numbers.</summary>
internal sealed class FleetGenerator(int seed, FleetOptions options)
{
    public FleetPlan Create()
    {
        var lacking = options.Printers.ToList().FindIndex(printer => printer.JobsInCurrentMonth > 0);
        return new FleetPlan
        {
            Printers = [.. options.Printers.Select((printer, index) => Create(printer, index, index == lacking))],
        };
    }

    private DateTimeOffset FirstMoment(IReadOnlyList<JobPlan> jobs) => (jobs.Min(job => job.SubmittedAt) ?? options.GeneratedAt).AddHours(-1);

    private PrinterPlan Create(PrinterSpecification specification, int index, bool oneLacksFigures)
    {
        // Each printer has its own numbers, so that changing one leaves the others as they were.
        var chance = new Chance(unchecked((seed * 7919) + index));
        var history = new HistoryGenerator(chance, specification, options);
        var jobs = history.Create(oneLacksFigures);
        var state = new StateGenerator(new Chance(unchecked((seed * 7907) - index)), specification, options.GeneratedAt);
        return new PrinterPlan
        {
            Group = specification.Group,
            Name = specification.Name,
            Model = specification.Model,
            SerialNumber = $"SG{chance.Between(10, 99)}{chance.Letters(2)}{chance.Between(1000, 9999)}",
            PartNumber = $"{chance.Letters(1)}{chance.Between(10, 99)}{chance.Letters(1)}{chance.Between(10, 99)}A",
            Firmware = "SIM_05_26_10.1",
            FirmwareReleasedAt = new DateTimeOffset(options.GeneratedAt.UtcDateTime.Date.AddDays(-150).AddHours(14), TimeSpan.Zero),
            WidthInches = Inches.Of(specification.MaximumRollMillimetres),
            Uuid = chance.Guid(),
            AdminPassword = chance.Letters(10),
            QueueId = chance.Guid(),
            ModificationNumber = jobs.Select(job => job.ModificationNumber).DefaultIfEmpty(0).Max() + 2,
            Timestamp = options.GeneratedAt,
            Jobs = specification.SpeaksIpp ? [.. jobs.OrderBy(job => job.SubmittedAt).Select((job, at) => job with { Number = at + 1 })] : jobs,
            State = state.Create(jobs),
            Ipp = specification.SpeaksIpp ? new IppPlan { SwitchedOnAt = FirstMoment(jobs), NextNumber = jobs.Count + 1 } : null,
        };
    }
}
