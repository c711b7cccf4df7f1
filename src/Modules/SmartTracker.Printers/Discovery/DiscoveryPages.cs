using System.Net;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Data;
using SmartTracker.Printers.Domain;
using SmartTracker.Printers.Domain.Discovery;
using SmartTracker.Printers.Network;
using SmartTracker.Printers.Views.Discovery;

namespace SmartTracker.Printers.Discovery;

/// <summary>What the pages of a search show, and how one is started.</summary>
public sealed class DiscoveryPages(
    DiscoveryRuns runs, PrinterSearch search, PrinterNetwork network, PrinterStore store, SiteStore sites, Formats formats, IStringLocalizer<Texts> t)
{
    private const string FactoryCommunity = "public";

    public DiscoveryStart Start(string? part, string? fault) => new(
        [.. network.List().Select(entry => new SearchableNetwork(entry.Written, Sweep.CountOf(entry.Network) is var count && count <= Sweep.MostAddresses ? count : null))],
        part, fault, runs.Newest?.Id);

    /// <returns>The run, or why none began.</returns>
    /// <param name="community">Of SNMP v2c; empty takes the one that printers have from the factory.</param>
    public (DiscoveryRun? Run, string? Fault) Begin(IReadOnlyCollection<string> chosen, string? part, string? community)
    {
        var allowed = network.List();
        var networks = allowed.Where(entry => chosen.Contains(entry.Written)).ToList();
        if (!string.IsNullOrWhiteSpace(part))
        {
            if (ParsePart(part.Trim()) is not { } narrowed)
                return (null, t["Write a network such as 10.20.4.0/24, or one address."]);
            networks = [.. Sweep.Within(allowed, narrowed)];
            if (networks.Count == 0)
                return (null, t["{0} lies in no network that the host operator allows. Ask to have it added to the setting {1}.", part.Trim(), PrinterNetwork.Setting]);
        }

        if (networks.Count == 0)
            return (null, t["Choose a network, or write a part of one."]);
        if (networks.Sum(entry => Math.Min(Sweep.CountOf(entry.Network), int.MaxValue)) > Sweep.MostAddresses)
            return (null, t["That is more than {0} addresses. Write a part of the network, such as 10.20.4.0/24.", formats.Count(Sweep.MostAddresses)]);
        var snmp = new SnmpAccess { Version = SnmpVersion.V2c, Community = string.IsNullOrWhiteSpace(community) ? FactoryCommunity : community.Trim() };
        return (runs.Start(networks, [.. Sweep.Of(networks, search.UsualPorts)], [snmp]), null);
    }

    /// <summary>Null where the run is not known any more.</summary>
    public async Task<DiscoveryPage?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (runs.Find(id) is not { } run)
            return null;
        // Asked before what was found: a run that is over is shown with all of it.
        var isOver = run.IsOver;
        var candidates = Candidates.Of(run.Found, await store.ListActiveAsync(cancellationToken));
        return new DiscoveryPage(
            run.Id, run.Where, run.Done, run.Targets.Count, isOver, [.. candidates.Select(Row)], isOver ? await sites.ListAsync(cancellationToken) : []);
    }

    private DiscoveryRow Row(Candidate candidate) => new(
        candidate.Address.AbsoluteUri, candidate.Address.Host + ":" + candidate.Address.Port, NameOf(candidate), candidate.Identity.Model, candidate.Identity.SerialNumber,
        [.. candidate.Ways.Select(way => way == Printer.StateOnly ? "SNMP" : way.ToUpperInvariant())], candidate.IsNew, candidate.Known?.Id, Word(candidate));

    private string Word(Candidate candidate) => candidate.Standing switch
    {
        CandidateStanding.New => t["New"],
        CandidateStanding.Elsewhere => t["Registered as {0} at {1}", candidate.Known!.Name, candidate.Known.ParsedAddress.HostAndPort],
        CandidateStanding.OtherDevice => t["Another device than {0}, which is registered here", candidate.Known!.Name],
        _ => t["Registered as {0}", candidate.Known!.Name],
    };

    internal static string NameOf(Candidate candidate)
    {
        var name = candidate.Identity.DeviceName ?? candidate.Identity.Model ?? candidate.Address.Host;
        return name.Length > 100 ? name[..100] : name;
    }

    private static IPNetwork? ParsePart(string part) =>
        IPNetwork.TryParse(part, out var network) ? network
        : IPAddress.TryParse(part, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}
