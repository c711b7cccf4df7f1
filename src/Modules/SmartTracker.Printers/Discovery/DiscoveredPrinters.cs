using SmartTracker.Abstractions.Data;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Data;
using SmartTracker.Printers.Domain;
using SmartTracker.Printers.Domain.Discovery;
using SmartTracker.Printers.Registry;

namespace SmartTracker.Printers.Discovery;

/// <summary>Registers what a search found, with what it said of itself: its key is remembered at once.</summary>
public sealed class DiscoveredPrinters(
    ITenantDatabase database, PrinterStore store, PrinterDraftCheck check, PrinterRegistrar registrar, IPrinterConnections connections, TimeProvider time)
{
    /// <param name="names">By address.</param>
    /// <returns>How many were registered, and what stood against the others.</returns>
    public async Task<(int Registered, IReadOnlyList<string> Refused)> RegisterAsync(
        DiscoveryRun run, IReadOnlyCollection<string> addresses, IReadOnlyDictionary<string, string?> names, SiteId? site, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(names);
        var candidates = Candidates.Of(run.Found, await store.ListActiveAsync(cancellationToken));
        var refused = new List<string>();
        var registered = 0;
        foreach (var candidate in candidates.Where(candidate => candidate.IsNew && addresses.Contains(candidate.Address.AbsoluteUri)))
        {
            var name = names.GetValueOrDefault(candidate.Address.AbsoluteUri);
            var draft = new PrinterDraft(string.IsNullOrWhiteSpace(name) ? DiscoveryPages.NameOf(candidate) : name, Typed(candidate), candidate.Protocol, null, false)
            {
                SerialNumber = candidate.Identity.SerialNumber,
                Place = site is null ? null : new Place(site),
                MacAddress = candidate.MacAddress,
                Snmp = candidate.Snmp is { } agent ? new SnmpDraft(agent.Access.Version) { Community = agent.Access.Community, Port = agent.Port } : null,
            };
            if (await check.CheckAsync(draft, null, cancellationToken) is [var fault, ..])
            {
                refused.Add($"{draft.Name}: {fault.Message}");
                continue;
            }

            await RegisterAsync(draft, candidate, cancellationToken);
            registered++;
        }

        return (registered, refused);
    }

    private async Task RegisterAsync(PrinterDraft draft, Candidate candidate, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        var id = await registrar.AddAsync(draft, cancellationToken);
        if (await connections.FindAsync(id, cancellationToken) is { } printer)
        {
            var answer = new AnsweringPrinter(candidate.Identity.SerialNumber, candidate.Identity.Model, candidate.Identity.Firmware, candidate.Certificate?.Key)
            {
                Certificate = candidate.Certificate,
                FirmwareReleasedAt = candidate.Identity.FirmwareReleasedAt,
                MacAddress = candidate.MacAddress,
            };
            await connections.AnsweredAsync(printer, answer, time.Now(), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static string Typed(Candidate candidate) => candidate.Protocol == Printer.StateOnly ? $"{candidate.Address.Host}:{candidate.Address.Port}" : candidate.Address.AbsoluteUri;
}
