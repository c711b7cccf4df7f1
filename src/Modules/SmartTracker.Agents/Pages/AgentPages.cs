using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Security;
using SmartTracker.Agents.Data;
using SmartTracker.Agents.Domain;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Agents.Pages;

/// <summary>Gathers what the agents' pages show.</summary>
public sealed class AgentPages(
    AgentStore agents,
    AgentPrinterStore printers,
    IPrinterDirectory directory,
    IPrinterProblemTexts problems,
    AgentWords words,
    IAuthorizationService authorization,
    IHttpContextAccessor accessor,
    TimeProvider time)
{
    private const int ShownVisits = 20;

    public async Task<AgentList> ListAsync(CancellationToken cancellationToken)
    {
        var names = (await directory.ListAsync(cancellationToken)).ToDictionary(printer => printer.Id, printer => printer.Name);
        var current = await printers.CurrentAsync(cancellationToken);
        var rows = (await agents.ListAsync(cancellationToken)).Select(agent => Row(agent, current, names));
        return new AgentList([.. rows], await agents.OpenEnrolmentsAsync(time.Now(), cancellationToken), await MayAsync(AgentPermissions.Manage));
    }

    public async Task<AgentPage?> FindAsync(AgentId id, CancellationToken cancellationToken)
    {
        if (await agents.FindAsync(id, cancellationToken) is not { } agent)
            return null;
        var known = await directory.ListAsync(cancellationToken);
        var readers = (await printers.CurrentAsync(cancellationToken)).ToDictionary(printer => printer.PrinterId, printer => printer.AgentId);
        var names = (await agents.ListAsync(cancellationToken)).ToDictionary(other => other.Id, other => other.Name);
        var last = await printers.LastVisitsAsync([.. known.Select(printer => printer.Id)], cancellationToken);
        var choices = known.Where(printer => printer is { IsArchived: false, IsNetworked: true }).Select(printer => new PrinterChoice(
            printer.Id, printer.Name, printer.Address.Authority,
            readers.TryGetValue(printer.Id, out var reader) && reader == id,
            readers.TryGetValue(printer.Id, out var other) && other != id ? names[other] : null,
            last.TryGetValue(printer.Id, out var at) ? at : null,
            printer.Problem is { } problem ? problems.Describe(problem) : null));
        var printerNames = known.ToDictionary(printer => printer.Id, printer => printer.Name);
        var visits = (await printers.LatestVisitsAsync(id, ShownVisits, cancellationToken))
            .Select(visit => new DeliveredVisit(printerNames.GetValueOrDefault(visit.PrinterId), visit.PrinterId, visit.VisitedAt, visit.ReceivedAt));
        var (mark, word) = words.State(agent);
        return new AgentPage(
            agent, mark, word, words.Outbox(agent), words.Clock(agent), words.Warnings(agent), [.. choices], [.. visits], await MayAsync(AgentPermissions.Manage));
    }

    public async Task<AgentRevocation?> RevocationAsync(AgentId id, CancellationToken cancellationToken)
    {
        if (await agents.FindAsync(id, cancellationToken) is not { IsRevoked: false } agent)
            return null;
        var mine = (await printers.CurrentAsync(cancellationToken)).Where(printer => printer.AgentId == id).Select(printer => printer.PrinterId).ToHashSet();
        return new AgentRevocation(agent, [.. (await directory.ListAsync(cancellationToken)).Where(printer => mine.Contains(printer.Id)).Select(printer => printer.Name)]);
    }

    public async Task<bool> MayAsync(string permission) =>
        accessor.HttpContext is { } context && (await authorization.AuthorizeAsync(context.User, null, new PermissionRequirement(permission))).Succeeded;

    private AgentRow Row(Agent agent, IReadOnlyList<AgentPrinter> current, Dictionary<PrinterId, string> names)
    {
        var (mark, word) = words.State(agent);
        var mine = current.Where(printer => printer.AgentId == agent.Id).Select(printer => names.GetValueOrDefault(printer.PrinterId)).OfType<string>();
        return new AgentRow(agent, mark, word, words.Outbox(agent), words.Clock(agent), [.. mine.Order(StringComparer.CurrentCulture)]);
    }
}
