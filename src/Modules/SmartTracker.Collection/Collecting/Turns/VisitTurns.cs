using System.Runtime.CompilerServices;
using Microsoft.Extensions.Configuration;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Collection.Domain;

namespace SmartTracker.Collection.Collecting.Turns;

/// <summary>Who may speak to a printer now, over all tenants of this host. A third of the places is for doubtful printers, so that the dead and the
/// slow never keep a place from those that answer. Kept by host and not by container: a tenant's container may be built anew while printers are read.</summary>
public sealed class VisitTurns(int atOnce)
{
    /// <summary>The host operator's; a tenant cannot change it.</summary>
    public const string Setting = "SmartTracker:Collection:PrintersAtOnceOnHost";

    private const int Usual = 96;
    private const int Fewest = 3;
    private const int Most = 2000;

    private static readonly ConditionalWeakTable<HostConfiguration, VisitTurns> OfHosts = [];

    private readonly FairPlaces _prompt = new(atOnce - atOnce / 3);
    private readonly FairPlaces _doubtful = new(atOnce / 3);

    public static VisitTurns Of(HostConfiguration host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return OfHosts.GetValue(host, known => new VisitTurns(AtOnce(known)));
    }

    /// <summary>Waits until a printer of the tenant may be spoken to; disposed the turn is over.</summary>
    /// <param name="most">Prompt printers of this tenant at the same time; of doubtful ones half as many.</param>
    public Task<IDisposable> TakeAsync(string tenant, VisitLane lane, int most, CancellationToken cancellationToken) => lane == VisitLane.Prompt
        ? _prompt.TakeAsync(tenant, most, cancellationToken)
        : _doubtful.TakeAsync(tenant, (most + 1) / 2, cancellationToken);

    private static int AtOnce(HostConfiguration host) => host.Values.GetValue(Setting, Usual) is >= Fewest and <= Most and var atOnce
        ? atOnce
        : throw new InvalidOperationException($"{Setting} must be from {Fewest} to {Most}.");
}
