using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Security;
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
    Formats formats,
    IStringLocalizer<Texts> t)
{
    public async Task<PrinterList> ListAsync(string? query, CancellationToken cancellationToken)
    {
        var printers = await store.ListActiveAsync(cancellationToken);
        var words = (query ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var rows = printers.Where(printer => words.All(word => Matches(printer, word))).Select(Row);
        return new PrinterList([.. rows], printers.Count, query, await MayEditAsync());
    }

    public async Task<PrinterPage?> FindAsync(PrinterId id, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } printer)
            return null;
        var problem = printer.LastProblem is { } last ? problems.Describe(last) : null;
        return new PrinterPage(
            printer, State(printer), problem, await MayEditAsync() && printer.ArchivedAt is null,
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
            return new("off", t["Removed"]);
        return printer.Stopped switch
        {
            StopReason.KeyChanged => new("bad", t["Key changed"]),
            StopReason.SerialChanged => new("bad", t["Another device answers"]),
            StopReason.RegisteredTwice => new("bad", t["Registered twice"]),
            StopReason.PasswordRefused => new("bad", t["Password refused"]),
            _ when printer.LastProblemAt is { } at => new("warn", t["Not read since {0}", formats.DateTime(printer.LastContactAt ?? at)]),
            _ when printer.LastContactAt is null => new("off", t["Not contacted yet"]),
            _ => new("ok", t["Ready"]),
        };
    }

    private PrinterRow Row(Printer printer) => new(
        printer.Id, printer.Name, printer.Model, printer.SerialNumber, printer.ParsedAddress.HostAndPort, State(printer), printer.LastContactAt);

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
