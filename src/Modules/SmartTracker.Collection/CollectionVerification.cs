using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Verification;
using SmartTracker.Collection.Data;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection;

/// <summary>I8: what was seen of each printer is known. And every archived answer is what was archived.</summary>
public sealed class CollectionVerification(CollectionDbContext context, RawArchive archive, IPrinterDirectory printers) : IVerification
{
    private const string Completeness = "I8";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var names = (await printers.ListAsync(cancellationToken)).ToDictionary(printer => printer.Id, printer => printer.Name);
        var findings = new List<Finding>();
        await CheckCoverageAsync(names, findings, cancellationToken);
        foreach (var address in await archive.FindDamagedAsync(cancellationToken))
            findings.Add(new(Completeness, $"The archived answer of {address} differs from its hash."));
        return findings;
    }

    private async Task CheckCoverageAsync(Dictionary<PrinterId, string> names, List<Finding> findings, CancellationToken cancellationToken)
    {
        var intervals = (await context.CoverageIntervals.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(interval => interval.PrinterId);
        // A job whose collection never ended whole is known to be incomplete; the history says so.
        var withWholeCollections = await context.Collections.AsNoTracking()
            .Where(row => row.Result == Domain.CollectionResult.Complete).Select(row => row.PrinterId).Distinct().ToListAsync(cancellationToken);
        foreach (var printer in withWholeCollections.Where(printer => !intervals.Contains(printer)))
            findings.Add(new(Completeness, $"Printer {Name(printer)} was read completely, but no coverage is recorded for it."));
        foreach (var printer in intervals)
            findings.AddRange(Compare(Name(printer.Key), [.. printer.OrderBy(interval => interval.Position)]));

        string Name(PrinterId id) => names.GetValueOrDefault(id, id.ToString());
    }

    private static IEnumerable<Finding> Compare(string printer, List<CoverageRow> intervals)
    {
        for (var i = 0; i < intervals.Count; i++)
        {
            if (intervals[i].Position != i + 1)
            {
                yield return new(Completeness, $"Coverage of printer {printer}: stretch {i + 1} is missing.");
                yield break;
            }

            if (i == 0)
                continue;
            if (intervals[i].FromAt < intervals[i - 1].ToAt)
                yield return new(Completeness, $"Coverage of printer {printer}: stretches {i} and {i + 1} overlap.");
            else if (intervals[i].FromAt > intervals[i - 1].ToAt)
                yield return new(Completeness, $"Coverage of printer {printer}: nothing is recorded between {intervals[i - 1].ToAt} and {intervals[i].FromAt}.");
            if (intervals[i].IsGap && intervals[i - 1].IsGap)
                yield return new(Completeness, $"Coverage of printer {printer}: gaps {i} and {i + 1} follow each other.");
        }
    }
}
