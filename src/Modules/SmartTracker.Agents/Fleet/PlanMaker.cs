using Microsoft.Extensions.Options;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Agents.Data;
using SmartTracker.Agents.Domain;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Protocols.Agent.Plans;

namespace SmartTracker.Agents.Fleet;

/// <summary>What an agent is to do now: its printers, with what is needed to speak to them.</summary>
public sealed class PlanMaker(AgentPrinterStore printers, IPrinterConnections connections, IPrinterVisits visits, Tenant tenant, IOptions<AgentOptions> options)
{
    /// <param name="withholdsNames">The agent takes names out where it is told to. One that does not is given no work, and no secret, where it would have to.</param>
    public async Task<MadePlan> MakeAsync(AgentId agent, bool withholdsNames, CancellationToken cancellationToken)
    {
        var names = await visits.NamesAsync(cancellationToken);
        var mayWork = withholdsNames || !names.WithholdsAny;
        var mine = (await printers.CurrentAsync(cancellationToken)).Where(printer => printer.AgentId == agent).Select(printer => printer.PrinterId).ToHashSet();
        var registered = mine.Count == 0 ? [] : (await connections.ListAsync(cancellationToken)).Where(printer => mine.Contains(printer.Id)).OrderBy(printer => printer.Id.Value).ToList();
        var planned = new List<PlannedPrinter>();
        foreach (var printer in registered)
            planned.Add(Planned(printer, mayWork, await visits.OutlookAsync(printer.Id, cancellationToken)));
        var plan = new AgentPlan(
            planned,
            visits.Terms.PrintersAtOnce,
            options.Value.RefreshSeconds,
            tenant.TimeZone.Id,
            registered.Select(printer => printer.Authorities?.Bundle).FirstOrDefault(bundle => bundle is not null),
            names.WithholdsAny && withholdsNames ? new PlannedNames(names.Users.ToString(), names.Jobs.ToString(), names.Key) : null);
        return new MadePlan(plan, KeepsNames: !mayWork);
    }

    private PlannedPrinter Planned(RegisteredPrinter printer, bool mayWork, VisitOutlook outlook)
    {
        var isStopped = !mayWork || printer.StoppedBecause is { Code: not IPrinterReach.ReadElsewhereCode };
        return new PlannedPrinter
        {
            Id = printer.Id.Value,
            Name = printer.Name,
            Address = printer.Address,
            Protocol = printer.Protocol,
            // A stopped printer is not asked, so nobody needs its secret.
            Password = isStopped ? null : printer.AdminPassword,
            PinnedKey = printer.PinnedKey,
            NeedsAuthority = printer.Authorities is not null,
            AllowLegacyTls = printer.AllowLegacyTls,
            Snmp = isStopped ? null : Snmp(printer),
            TimeZone = printer.TimeZoneId,
            GivesJobs = printer.GivesJobs,
            Cursor = outlook.Cursor,
            EverySeconds = (int)outlook.Every.TotalSeconds,
            StateEverySeconds = (int)visits.Terms.StateEvery.TotalSeconds,
            DeadlineSeconds = (int)visits.Terms.Deadline.TotalSeconds,
            IsStopped = isStopped,
        };
    }

    private static PlannedSnmp? Snmp(RegisteredPrinter printer) => printer is { Snmp: { } access, SnmpAddress: { } address }
        ? new(
            address, access.Version.ToString(), access.Community, access.UserName,
            access.Authentication.ToString(), access.AuthenticationSecret, access.Privacy.ToString(), access.PrivacySecret)
        : null;
}

/// <param name="KeepsNames">The agent cannot do what is asked of it with names, so that the plan stops all its printers.</param>
public sealed record MadePlan(AgentPlan Plan, bool KeepsNames);
