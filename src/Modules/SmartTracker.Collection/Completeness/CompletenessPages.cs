using Microsoft.Extensions.Localization;
using NodaTime;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.History;
using SmartTracker.Collection.Jobs;
using SmartTracker.Collection.Views.Collections;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Completeness;

/// <summary>Gathers what the pages show about how completely jobs are known.</summary>
public sealed class CompletenessPages(
    GapStore gaps, SecondListingStore listings, PrinterReconciler reconciler, MonthReconciler months, CompletenessWords words, ReasonWords reasons, CollectionPages pages,
    IPrinterDirectory directory, IStringLocalizer<Texts> t)
{
    /// <param name="month">As it stands in the address; the running one where it is none.</param>
    public async Task<CompletenessPage> MonthAsync(string? month, CancellationToken cancellationToken)
    {
        var shown = Month(month);
        var mayDecide = await pages.MayAsync(CollectionPermissions.Decide);
        var printers = new List<PrinterCompleteness>();
        foreach (var printer in await directory.ListAsync(cancellationToken))
        {
            var line = await PrinterAsync(printer.Id, shown, mayDecide, cancellationToken) with { Name = printer.Name };
            if (!printer.IsArchived || line.Counters.Count + line.Gaps.Count + line.Asked > 0)
                printers.Add(line);
        }

        return new(shown, PrintJobFilter.Text(shown.PlusMonths(-1)), shown == Running ? null : PrintJobFilter.Text(shown.PlusMonths(1)), printers, mayDecide);
    }

    public async Task<PrinterCompleteness> PrinterAsync(PrinterId printer, YearMonth month, bool mayDecide, CancellationToken cancellationToken)
    {
        var stretch = months.Stretch(month);
        var counters = await months.CompareAsync(printer, month, cancellationToken);
        var known = (await gaps.ListAsync(printer, cancellationToken)).Where(gap => gap.FromAt < stretch.End && gap.ToAt > stretch.Start);
        var asked = (await listings.AskedAsync(printer, cancellationToken)).Count(listing => stretch.Contains(listing.EndedAt));
        return new(printer, null, month, [.. counters.Select(words.Line)], [.. known.Select(words.Line)], asked, mayDecide);
    }

    /// <summary>Null where no such gap is open.</summary>
    /// <param name="reason">Null before the form was sent.</param>
    public async Task<GapPage?> GapAsync(Guid id, GapVerdict? verdict, string? reason, CancellationToken cancellationToken)
    {
        if (await gaps.FindAsync(id, cancellationToken) is not { Decision: null } gap || await directory.FindAsync(gap.PrinterId, cancellationToken) is not { } printer)
            return null;
        var proof = await reconciler.ProofAsync(gap.PrinterId, new Interval(gap.FromAt, gap.ToAt), cancellationToken);
        return new(
            gap.Id, gap.PrinterId, printer.Name, gap.FromAt, gap.ToAt, proof is null ? [] : [words.Line(proof)], verdict, reason ?? "",
            reason is null ? new Dictionary<string, string>() : Faults(verdict, reason));
    }

    public YearMonth Running => months.Running;

    /// <summary>As it stands in an address; the running one where it is none, or lies ahead.</summary>
    public YearMonth Month(string? month) => months.Begun(month) ?? Running;

    private Dictionary<string, string> Faults(GapVerdict? verdict, string reason)
    {
        var faults = new Dictionary<string, string>();
        if (verdict is not (GapVerdict.NothingMissing or GapVerdict.Entered or GapVerdict.Waived))
            faults["verdict"] = t["Choose what is true of this stretch."];
        if (reasons.Fault(reason) is { } wrong)
            faults["reason"] = wrong;
        return faults;
    }
}
