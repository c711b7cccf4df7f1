using NodaTime;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Abstractions;

/// <summary>A print job as last observed. Null is "the device did not say", never zero.</summary>
/// <param name="DeviceEpoch">Counts the device's lives: a new board or a reset starts a new one, so that its job ids may repeat.</param>
/// <param name="DeviceJobId">The device's own id; with serial number and epoch it identifies the job.</param>
/// <param name="Revision">1 at first sight, one more whenever an accounted figure or the status changed afterwards.</param>
/// <param name="AccountedAt">The moment that decides the period: completion where the device gave one, else when we first saw the job.</param>
/// <param name="PagesPerCopy">Pages of the document, without copies.</param>
/// <param name="CopiesPrinted">Copies that came out, cumulative after reprints.</param>
/// <param name="Impressions">Pages that came out, all copies together.</param>
/// <param name="PageArea">Sum of width times height over all pages and copies that came out.</param>
/// <param name="MediaArea">Media consumed: roll width times advance.</param>
/// <param name="Ink">By channel as the device names it (C, M, Y, K, PK, G …), or null where it reports no ink.</param>
public sealed record PrintJob(
    PrintJobId Id,
    PrinterId PrinterId,
    string PrinterSerial,
    int DeviceEpoch,
    string DeviceJobId,
    int Revision,
    JobKind Kind,
    PrintJobStatus Status,
    string? UserName,
    string? JobName,
    Instant? SubmittedAt,
    Instant? CompletedAt,
    Instant AccountedAt,
    int? PagesPerCopy,
    int? CopiesPrinted,
    int? Impressions,
    string? MediaType,
    Length? MediaWidth,
    Area? PageArea,
    Area? MediaArea,
    IReadOnlyDictionary<string, InkVolume>? Ink);

public enum JobKind
{
    Print,
    Copy,
    Scan,
    Internal,
}

/// <summary>Where a job stands. Only finished states (<see cref="Completed"/>, <see cref="Cancelled"/>, <see cref="Failed"/>) are rated.</summary>
public enum PrintJobStatus
{
    /// <summary>Waiting, held, paused, processing or printing.</summary>
    Pending,
    Completed,
    /// <summary>Stopped by a person; what came out until then counts.</summary>
    Cancelled,
    /// <summary>Stopped by the device; nothing is charged, the media is waste.</summary>
    Failed,
}
