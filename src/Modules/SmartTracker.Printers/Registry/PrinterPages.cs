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
    SiteStore sites,
    PrinterDraftCheck check,
    PrinterHistory history,
    IPrinterProblemTexts problems,
    IEnumerable<IPrinterPagePart> parts,
    IAuthorizationService authorization,
    IHttpContextAccessor accessor,
    ContactWords contact,
    Formats formats,
    IStringLocalizer<Texts> t)
{
    public async Task<PrinterPage?> FindAsync(PrinterId id, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } printer)
            return null;
        var problem = printer.LastProblem is { } last ? problems.Describe(last) : null;
        return new PrinterPage(
            printer, State(printer), problem, printer.LastContactAt is { } at ? contact.Ago(at) : null, await MayEditAsync() && printer.ArchivedAt is null,
            await PartsAsync(PrinterPagePlace.Actions, id, cancellationToken),
            await PartsAsync(PrinterPagePlace.Section, id, cancellationToken))
        {
            Site = printer.SiteId is { } site ? (await sites.NamesAsync(cancellationToken)).GetValueOrDefault(site) : null,
            MayRestore = printer.ArchivedAt is not null && await MayEditAsync(),
            History = [.. (await store.HistoryAsync(id, cancellationToken)).Select(history.Line)],
        };
    }

    public async Task<PrinterFormPage> NewFormAsync(PrinterForm form, IReadOnlyList<DraftFault> faults, CancellationToken cancellationToken) =>
        await WithChoicesAsync(new PrinterFormPage(null, form, check.Protocols, false, faults), cancellationToken);

    public async Task<PrinterFormPage?> EditFormAsync(
        PrinterId id, PrinterForm? form, IReadOnlyList<DraftFault> faults, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is { ArchivedAt: null } printer
            ? await WithChoicesAsync(
                new PrinterFormPage(id, form ?? PrinterForm.Of(printer), check.Protocols, printer.HasPassword, faults)
                {
                    HasSnmpSecrets = printer.ProtectedSnmp is not null,
                    KnowsSerial = printer.SerialNumber is not null,
                },
                cancellationToken)
            : null;

    private async Task<PrinterFormPage> WithChoicesAsync(PrinterFormPage page, CancellationToken cancellationToken) => page with
    {
        Sites = await sites.ListAsync(cancellationToken),
        Groups = await sites.GroupsAsync(cancellationToken),
    };

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
            _ when !printer.IsNetworked => new(Readiness.Unknown, t["Not on the network"]),
            _ when printer.LastProblemAt is { } at => new(Readiness.Silent, t["Not read since {0}", formats.DateTime(printer.LastContactAt ?? at)]),
            _ when printer.LastContactAt is null => new(Readiness.Unknown, t["Not contacted yet"]),
            _ => new(Readiness.Ready, t["Ready"]),
        };
    }

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

    public async Task<bool> MayEditAsync() =>
        accessor.HttpContext is { } context
        && (await authorization.AuthorizeAsync(context.User, null, new PermissionRequirement(PrinterPermissions.Edit))).Succeeded;
}
