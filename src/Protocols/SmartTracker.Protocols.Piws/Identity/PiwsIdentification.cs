using SmartTracker.Protocols.Piws.Jobs;

namespace SmartTracker.Protocols.Piws.Identity;

/// <summary>A printer's <c>Identification</c>. Null is "absent or empty".</summary>
public sealed record PiwsIdentification
{
    public string? ModelName { get; init; }
    public string? ModelNumber { get; init; }
    public string? PartNumber { get; init; }
    public string? SerialNumber { get; init; }
    public string? PrinterName { get; init; }
    public PiwsQuantity? PrinterWidth { get; init; }
    public string? FwReleaseName { get; init; }
    public string? FwReleaseDate { get; init; }
    public string? InterfaceVersion { get; init; }
    public string? Uuid { get; init; }
}
