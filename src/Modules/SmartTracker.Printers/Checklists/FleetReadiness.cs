using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Data;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Data;
using SmartTracker.Printers.Domain;
using SmartTracker.Printers.Domain.Checklist;

namespace SmartTracker.Printers.Checklists;

/// <summary>Gathers what is known of printers and judges them.</summary>
public sealed class FleetReadiness(PrintersDbContext context, PrinterStore store, TimeProvider time, IPrinterJobFacts? jobs = null)
{
    /// <summary>Of every printer that is not archived, by name.</summary>
    public async Task<IReadOnlyList<JudgedPrinter>> JudgeAsync(CancellationToken cancellationToken) =>
        await JudgeAsync(await store.ListActiveAsync(cancellationToken), null, cancellationToken);

    /// <summary>Null where there is no such printer, or it is archived.</summary>
    public async Task<JudgedPrinter?> JudgeAsync(PrinterId id, CancellationToken cancellationToken) =>
        (await JudgeAsync(await store.ListActiveAsync(cancellationToken), id, cancellationToken)).SingleOrDefault();

    private async Task<IReadOnlyList<JudgedPrinter>> JudgeAsync(IReadOnlyList<Printer> fleet, PrinterId? only, CancellationToken cancellationToken)
    {
        var facts = jobs is null ? new Dictionary<PrinterId, PrinterJobFacts>() : await jobs.NewestAsync(ReadinessFacts.MostJobs, cancellationToken);
        var dropsUserNames = jobs is not null && await jobs.DropsUserNamesAsync(cancellationToken);
        var answers = (await context.Answers.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(answer => answer.PrinterId);
        var byModel = fleet.Where(printer => printer.Model is not null).ToLookup(printer => printer.Model);
        var now = time.Now();
        return
        [
            .. fleet.Where(printer => only is null || printer.Id == only).Select(printer =>
            {
                var known = new ReadinessFacts(printer, now)
                {
                    Jobs = facts.GetValueOrDefault(printer.Id),
                    ReadEvery = jobs?.ReadEvery,
                    DropsUserNames = dropsUserNames,
                    Answers = answers[printer.Id].ToDictionary(answer => answer.Question),
                    SameModel = [.. byModel[printer.Model].Where(other => other.Id != printer.Id)],
                };
                return new JudgedPrinter(known, ReadinessChecklist.Of(known));
            }),
        ];
    }
}

public sealed record JudgedPrinter(ReadinessFacts Facts, ReadinessChecklist Checklist)
{
    public Printer Printer => Facts.Printer;
}
