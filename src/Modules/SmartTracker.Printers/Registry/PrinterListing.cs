using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Checklists;
using SmartTracker.Printers.Data;
using SmartTracker.Printers.Domain;
using SmartTracker.Printers.Views.Printers;

namespace SmartTracker.Printers.Registry;

/// <summary>The list of printers: narrowed, ordered, a page of it.</summary>
public sealed class PrinterListing(
    PrinterStore store, SiteStore sites, PrinterPages pages, FleetReadiness readiness, ReadinessTexts words, IPrinterProblemTexts problems, ContactWords contact,
    Tenant tenant, TimeProvider time, IPrinterActivity? activity = null)
{
    public async Task<PrinterList> ListAsync(PrinterFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var printers = (await store.ListAsync(cancellationToken)).ToLookup(printer => printer.ArchivedAt is not null);
        var judged = (await readiness.JudgeAsync(cancellationToken)).ToDictionary(printer => printer.Printer.Id);
        var printed = activity is null ? new Dictionary<PrinterId, PrinterActivity>() : await activity.ThisMonthAsync(cancellationToken);
        var names = await sites.NamesAsync(cancellationToken);

        var found = printers[filter.Archived].Where(printer => filter.Fits(printer, names))
            .Select(printer => Row(printer, names, judged.GetValueOrDefault(printer.Id), printed.GetValueOrDefault(printer.Id))).ToList();
        var shown = Ordered(found.Where(row => filter.State is null || row.State.Readiness == filter.State), filter).ToList();
        var size = filter.PageSize;
        var count = (shown.Count + size - 1) / size;
        var page = Math.Clamp(filter.Page, 1, Math.Max(count, 1));
        return new PrinterList(
            [.. shown.Skip((page - 1) * size).Take(size)], printers[false].Count(), filter, found.CountBy(row => row.State.Readiness).ToDictionary(),
            [.. printers[filter.Archived].Select(printer => printer.Protocol).Distinct().Order()],
            activity is null ? null : time.Now().InZone(tenant.TimeZone).Date.ToYearMonth(), await pages.MayEditAsync())
        {
            Archived = printers[true].Count(),
            Sites = await sites.ListAsync(cancellationToken),
            Groups = await sites.GroupsAsync(cancellationToken),
            Pager = new Pager(page, count, filter.Query(filter.State)),
        };
    }

    private PrinterRow Row(Printer printer, IReadOnlyDictionary<SiteId, string> names, JudgedPrinter? judged, PrinterActivity? printed) => new(
        printer.Id, printer.Name, printer.Model, printer.SerialNumber, printer.ParsedAddress.HostAndPort, printer.Protocol, pages.State(printer),
        printer.LastProblem is { } problem ? problems.Describe(problem) : null,
        printer.LastContactAt, printer.LastContactAt is { } at ? contact.Ago(at) : null, printed)
    {
        Site = printer.SiteId is { } site ? names.GetValueOrDefault(site) : null,
        Groups = [.. printer.Groups.Select(group => group.Name).Order(StringComparer.CurrentCultureIgnoreCase)],
        Checklist = judged is { Checklist: { Findings.Count: > 0 } checklist } ? PrinterChecklistCell.Of(checklist, words) : null,
    };

    private static IEnumerable<PrinterRow> Ordered(IEnumerable<PrinterRow> rows, PrinterFilter filter)
    {
        var comparer = StringComparer.CurrentCultureIgnoreCase;
        var byName = rows.OrderBy(row => row.Name, comparer);
        var ordered = filter.Sort switch
        {
            PrinterOrder.Model => byName.OrderBy(row => row.Model ?? "", comparer),
            PrinterOrder.Site => byName.OrderBy(row => row.Site ?? "", comparer),
            PrinterOrder.Contact => byName.OrderBy(row => row.LastContactAt ?? Instant.MinValue),
            PrinterOrder.Readiness => byName.OrderBy(row => row.Checklist?.Rank ?? int.MaxValue),
            PrinterOrder.Area => byName.OrderBy(row => row.Activity?.MediaMm2 ?? -1),
            _ => byName,
        };
        return filter.Descending ? ordered.Reverse() : ordered;
    }
}
