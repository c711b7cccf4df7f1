using SmartTracker.PrinterSimulator.Plan;

namespace SmartTracker.PrinterSimulator.Generation;

/// <summary>Makes the jobs that one printer remembers, in the order in which it last changed them.</summary>
internal sealed class HistoryGenerator(Chance chance, PrinterSpecification printer, FleetOptions options)
{
    private readonly WorkingHours _hours = new(chance, options.Zone);
    private readonly JobGenerator _jobs = new(chance, printer);

    public IReadOnlyList<JobPlan> Create(bool oneLacksFigures)
    {
        var billed = Print(_hours.InMonth(options.BilledMonth, printer.JobsInBilledMonth), index => JobFate.Of(index, printer.Trade == Trade.Reprographics));
        var current = Print(_hours.InMonthUntil(options.GeneratedAt, printer.JobsInCurrentMonth), _ => JobFate.Completed)
            .Select(job => job with { CompletedAt = Earlier(job.CompletedAt, options.GeneratedAt), PrintingAt = Earlier(job.PrintingAt, options.GeneratedAt) }).ToList();
        if (oneLacksFigures)
            current[^1] = WithoutFigures(current[^1]);

        return Numbered([.. billed, .. current]);
    }

    private List<JobPlan> Print(IReadOnlyList<DateTimeOffset> submissions, Func<int, JobFate> fateOf)
    {
        var jobs = new List<JobPlan>();
        foreach (var submittedAt in submissions)
        {
            var fate = fateOf(jobs.Count);
            var job = _jobs.Create(fate, submittedAt, submittedAt.AddSeconds(chance.Between(25, 90)));
            jobs.Add(fate.IsReprinted ? job.Reprinted(chance.Between(1, 3), job.CompletedAt!.Value.AddMinutes(chance.Between(4, 90))) : job);
        }

        return jobs;
    }

    /// <summary>A reprint gives an old job a new number, so numbers do not follow the order of arrival.</summary>
    private List<JobPlan> Numbered(IEnumerable<JobPlan> jobs)
    {
        var number = 4L;
        return [.. jobs.OrderBy(job => job.CompletedAt).Select(job => job with { ModificationNumber = number += chance.Between(7, 10) })];
    }

    private static JobPlan WithoutFigures(JobPlan job) => job with
    {
        PrintedCopies = null,
        PrintedPages = null,
        Media = null,
        InkCubicCentimetres = null,
        Pages = [.. job.Pages.Select(page => page with { PrintedCopies = null, Media = null })],
    };

    private static DateTimeOffset? Earlier(DateTimeOffset? moment, DateTimeOffset limit) => moment > limit ? limit : moment;
}
