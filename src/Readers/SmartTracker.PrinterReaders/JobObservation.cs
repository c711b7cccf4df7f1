namespace SmartTracker.PrinterReaders;

/// <summary>One job as a device described it in one answer. Null is "the device did not say", never zero.</summary>
public sealed record JobObservation
{
    /// <summary>The device's own id of the job; with the serial number it identifies the job.</summary>
    public required string DeviceJobId { get; init; }

    /// <summary>Rises whenever the device changes anything about the job, or null.</summary>
    public long? ModificationNumber { get; init; }

    public required JobObservationKind Kind { get; init; }

    public required JobObservationStatus Status { get; init; }

    /// <summary>The device's words for the status, such as <c>Deleted/Cancelled</c>.</summary>
    public string? RawStatus { get; init; }

    public string? UserName { get; init; }

    public string? JobName { get; init; }

    /// <summary>The account id given at the device or in the driver.</summary>
    public string? Account { get; init; }

    /// <summary>Where the device says the job came from, such as <c>Application</c>.</summary>
    public string? Source { get; init; }

    /// <summary>Kept as said, even where it is later than <see cref="CompletedAt"/> (then there is a problem beside it).</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    public DateTimeOffset? ArrivedAt { get; init; }

    public DateTimeOffset? PrintingAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary><see cref="TimeSource"/> of times that are our clock's moment of switching on plus seconds that the device counted.</summary>
    public const string WorkedOutOfUpTime = "printer-up-time";

    /// <summary>Where the times come from in the device's words, where that leaves a doubt: <c>printer-up-time</c> is ours minus seconds counted by the device.</summary>
    public string? TimeSource { get; init; }

    public int? PagesPerCopy { get; init; }

    public int? CopiesRequested { get; init; }

    /// <summary>Copies that came out, cumulative after reprints.</summary>
    public int? CopiesPrinted { get; init; }

    /// <summary>Pages that came out, all copies together.</summary>
    public int? Impressions { get; init; }

    /// <summary>Sheets that came out, all copies together; a sheet printed on both sides is one.</summary>
    public int? MediaSheets { get; init; }

    /// <summary>Size of the document, in units of 1024 bytes.</summary>
    public int? KOctets { get; init; }

    /// <summary>Square millimetres: width times height over all pages and copies that came out.</summary>
    public long? PageArea { get; init; }

    /// <summary>Media consumed.</summary>
    public Measure? MediaArea { get; init; }

    /// <summary>Advance of the media.</summary>
    public Measure? MediaLength { get; init; }

    /// <summary>Micrometres. Derived as media area over media length, rounded to 0.1 mm; null where it cannot be derived or the job used several widths.</summary>
    public long? MediaWidth { get; init; }

    /// <summary>The device's id of the media, or null where pages differ.</summary>
    public string? MediaId { get; init; }

    public string? MediaName { get; init; }

    /// <summary>By channel as the device names it, or null where it reported no ink at all.</summary>
    public IReadOnlyDictionary<string, Measure>? Ink { get; init; }

    public IReadOnlyList<PageObservation> Pages { get; init; } = [];
}
