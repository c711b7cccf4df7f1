using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Security;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Data;
using SmartTracker.Printers.Domain;
using SmartTracker.Printers.Views.Printers;

namespace SmartTracker.Printers.Registry;

/// <summary>Gathers what the printers' pages show.</summary>
public sealed class PrinterPages(
    PrinterStore store,
    PrinterDraftCheck check,
    IPrinterProblemTexts problems,
    IEnumerable<IPrinterPagePart> parts,
    IAuthorizationService authorization,
    IHttpContextAccessor accessor,
    ContactWords contact,
    Formats formats,
    Tenant tenant,
    TimeProvider time,
    IStringLocalizer<Texts> t,
    IPrinterActivity? activity = null)
{
    public async Task<PrinterList> ListAsync(PrinterFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var printers = await store.ListActiveAsync(cancellationToken);
        var printed = activity is null ? new Dictionary<PrinterId, PrinterActivity>() : await activity.ThisMonthAsync(cancellationToken);
        var words = (filter.Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = printers.Where(printer => words.All(word => Matches(printer, word)) && (string.IsNullOrEmpty(filter.Protocol) || printer.Protocol == filter.Protocol))
            .Select(printer => Row(printer, printed.GetValueOrDefault(printer.Id))).ToList();
        return new PrinterList(
            [.. found.Where(row => filter.State is null || row.State.Readiness == filter.State)], printers.Count, filter,
            found.CountBy(row => row.State.Readiness).ToDictionary(), [.. printers.Select(printer => printer.Protocol).Distinct().Order()],
            activity is null ? null : time.Now().InZone(tenant.TimeZone).Date.ToYearMonth(), await MayEditAsync());
    }

    public async Task<PrinterPage?> FindAsync(PrinterId id, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } printer)
            return null;
        var problem = printer.LastProblem is { } last ? problems.Describe(last) : null;
        return new PrinterPage(
            printer, State(printer), problem, printer.LastContactAt is { } at ? contact.Ago(at) : null, await MayEditAsync() && printer.ArchivedAt is null,
            await PartsAsync(PrinterPagePlace.Actions, id, cancellationToken),
            await PartsAsync(PrinterPagePlace.Section, id, cancellationToken));
    }

    public PrinterFormPage NewForm(PrinterForm form, IReadOnlyList<DraftFault> faults) => new(null, form, check.Protocols, false, faults);

    public async Task<PrinterFormPage?> EditFormAsync(
        PrinterId id, PrinterForm? form, IReadOnlyList<DraftFault> faults, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is { ArchivedAt: null } printer
            ? new PrinterFormPage(id, form ?? PrinterForm.Of(printer), check.Protocols, printer.HasPassword, faults)
            : null;

    public async Task<string?> NameAsync(PrinterId id, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is { ArchivedAt: null } printer ? printer.Name : null;

    public PrinterState State(Printer printer)
    {
        ArgumentNullException.ThrowIfNull(printer);
        if (printer.ArchivedAt is not null)
            return new(Readiness.Unknown, t["Removed"]);
        return printer.Stopped switch
        {
            StopReason.KeyChanged => new(Readiness.Stopped, t["Key changed"]),
            StopReason.SerialChanged => new(Readiness.Stopped, t["Another device answers"]),
            StopReason.RegisteredTwice => new(Readiness.Stopped, t["Registered twice"]),
            StopReason.PasswordRefused => new(Readiness.Stopped, t["Password refused"]),
            _ when printer.LastProblemAt is { } at => new(Readiness.Silent, t["Not read since {0}", formats.DateTime(printer.LastContactAt ?? at)]),
            _ when printer.LastContactAt is null => new(Readiness.Unknown, t["Not contacted yet"]),
            _ => new(Readiness.Ready, t["Ready"]),
        };
    }

    private PrinterRow Row(Printer printer, PrinterActivity? printed) => new(
        printer.Id, printer.Name, printer.Model, printer.SerialNumber, printer.ParsedAddress.HostAndPort, printer.Protocol, State(printer),
        printer.LastProblem is { } problem ? problems.Describe(problem) : null,
        printer.LastContactAt, printer.LastContactAt is { } at ? contact.Ago(at) : null, printed);

    private static bool Matches(Printer printer, string word) =>
        new[] { printer.Name, printer.Model, printer.SerialNumber, printer.ParsedAddress.HostAndPort }
            .Any(text => text?.Contains(word, StringComparison.CurrentCultureIgnoreCase) == true);

    private async Task<IReadOnlyList<PageSection>> PartsAsync(PrinterPagePlace place, PrinterId id, CancellationToken cancellationToken)
    {
        var sections = new List<PageSection>();
        foreach (var part in parts.Where(part => part.Place == place))
        {
            if (await part.GetAsync(id, cancellationToken) is { } section)
                sections.Add(section);
        }

        return sections;
    }

    private async Task<bool> MayEditAsync() =>
        accessor.HttpContext is { } context
        && (await authorization.AuthorizeAsync(context.User, null, new PermissionRequirement(PrinterPermissions.Edit))).Succeeded;
}
