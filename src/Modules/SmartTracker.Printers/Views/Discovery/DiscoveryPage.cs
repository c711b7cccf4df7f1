using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Views.Discovery;

/// <summary>Where to search.</summary>
/// <param name="Part">What was typed.</param>
/// <param name="LastRun">A search that is still remembered, or null.</param>
public sealed record DiscoveryStart(IReadOnlyList<SearchableNetwork> Networks, string? Part, string? Fault, Guid? LastRun);

/// <param name="Addresses">Null where there are too many for one search.</param>
public sealed record SearchableNetwork(string Written, long? Addresses);

/// <summary>A search as it stands now.</summary>
public sealed record DiscoveryPage(Guid Id, string Where, int Done, int All, bool IsOver, IReadOnlyList<DiscoveryRow> Rows, IReadOnlyList<Site> Sites)
{
    public int New => Rows.Count(row => row.IsNew);
}

/// <param name="Word">Whether it is new, or what it is registered as.</param>
public sealed record DiscoveryRow(
    string Address, string Place, string Name, string? Model, string? SerialNumber, IReadOnlyList<string> Ways, bool IsNew, PrinterId? Known, string Word);
