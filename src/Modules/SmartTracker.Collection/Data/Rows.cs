using NodaTime;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.Import;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Data;

/// <summary>A row of <c>print_jobs</c>.</summary>
public sealed class PrintJobRow
{
    public PrintJobId Id { get; set; }
    public PrinterId PrinterId { get; set; }
    public required string PrinterSerial { get; set; }
    public int DeviceEpoch { get; set; }
    public required string DeviceJobId { get; set; }

    /// <summary>Whose id that is, see <see cref="JobSource"/>; null where nobody knew to write it.</summary>
    public string? Source { get; set; }

    public int Revision { get; set; }
    public JobKind Kind { get; set; }
    public PrintJobStatus Status { get; set; }
    public string? UserName { get; set; }
    public string? JobName { get; set; }
    public Instant? SubmittedAt { get; set; }
    public Instant? CompletedAt { get; set; }
    public Instant AccountedAt { get; set; }
    public int? PagesPerCopy { get; set; }
    public int? CopiesPrinted { get; set; }
    public int? Impressions { get; set; }
    public string? MediaType { get; set; }
    public long? MediaWidthUm { get; set; }
    public long? PageAreaMm2 { get; set; }
    public long? MediaAreaMm2 { get; set; }
    public long? InkNl { get; set; }

    /// <summary>JSON object: nanolitres by channel.</summary>
    public string? InkByChannel { get; set; }

    /// <summary>JSON of the latest sighting: raw values, pages and everything else that was said.</summary>
    public required string Figures { get; set; }

    public Instant FirstSeenAt { get; set; }
    public Instant LastChangedAt { get; set; }

    /// <summary>The import that alone has seen the job: its sighting is this row itself. Null as soon as sightings stand in their own table.</summary>
    public ImportId? ImportId { get; set; }
}

/// <summary>A row of <c>print_job_sightings</c>.</summary>
public sealed class SightingRow
{
    public PrintJobId PrintJobId { get; set; }
    public required string QueueId { get; set; }
    public long Modification { get; set; }

    /// <summary>SHA-256, hexadecimal.</summary>
    public required string ContentHash { get; set; }

    public Instant ObservedAt { get; set; }

    /// <summary>Null where an import brought it.</summary>
    public CollectionId? CollectionId { get; set; }

    public required string Figures { get; set; }

    /// <summary>Null where a collection brought it.</summary>
    public ImportId? ImportId { get; set; }
}

/// <summary>A row of <c>imports</c>.</summary>
public sealed class ImportRecord
{
    public ImportId Id { get; set; }
    public Instant StartedAt { get; set; }

    /// <summary>The name of the key, or the person who uploaded a file.</summary>
    public required string StartedBy { get; set; }

    /// <summary>The file and the profile it was read by; null where a program sent rows.</summary>
    public string? Source { get; set; }

    public ImportFormat Format { get; set; }

    /// <summary>Null while it runs, or where the program ended with it.</summary>
    public Instant? EndedAt { get; set; }

    /// <summary>Why it ended before its end; null where all was read.</summary>
    public string? Problem { get; set; }

    public long Accepted { get; set; }
    public long Duplicates { get; set; }
    public long Rejected { get; set; }
}

/// <summary>A row of <c>highest_job_ids</c>: above it no job of the device is stored.</summary>
public sealed class HighestJobIdRow
{
    public required string PrinterSerial { get; set; }
    public int DeviceEpoch { get; set; }
    public long Highest { get; set; }
}

/// <summary>A row of <c>raw_answers</c>.</summary>
public sealed class RawAnswerRow
{
    public Guid Id { get; set; }
    public PrinterId PrinterId { get; set; }
    public CollectionId CollectionId { get; set; }
    public int Position { get; set; }

    /// <summary>Whose state reader asked; null for an answer to the question for jobs.</summary>
    public string? StateProtocol { get; set; }

    public required string Url { get; set; }
    public Instant ReceivedAt { get; set; }
    public int Status { get; set; }
    public string? ContentType { get; set; }
    public bool IsWhole { get; set; }

    /// <summary>Of the uncompressed content.</summary>
    public long Length { get; set; }

    /// <summary>SHA-256 of the uncompressed content.</summary>
    public required byte[] Sha256 { get; set; }

    /// <summary>Brotli.</summary>
    public required byte[] Content { get; set; }
}

/// <summary>A row of <c>collections</c>.</summary>
public sealed class CollectionRow
{
    public CollectionId Id { get; set; }
    public PrinterId PrinterId { get; set; }
    public Instant StartedAt { get; set; }
    public Instant? EndedAt { get; set; }

    /// <summary>Until then it is taken to be running; whoever runs it keeps this ahead of the clock.</summary>
    public Instant? LeaseUntil { get; set; }

    public CollectionResult Result { get; set; }

    /// <summary>JSON of a problem: code and arguments, worded when it is shown.</summary>
    public string? Problem { get; set; }

    public int NewJobs { get; set; }
    public int ChangedJobs { get; set; }
    public int UnchangedJobs { get; set; }

    /// <summary>JSON list of what was not understood, or null.</summary>
    public string? Remarks { get; set; }
}

/// <summary>A row of <c>coverage_intervals</c>.</summary>
public sealed class CoverageRow
{
    public Guid Id { get; set; }
    public PrinterId PrinterId { get; set; }
    public int Position { get; set; }
    public required string QueueId { get; set; }
    public long FromModification { get; set; }
    public long? ToModification { get; set; }
    public Instant FromAt { get; set; }
    public Instant ToAt { get; set; }
    public bool IsGap { get; set; }
}

/// <summary>A row of <c>collection_paces</c>: when a printer is read next.</summary>
public sealed class PaceRow
{
    public PrinterId PrinterId { get; set; }
    public Instant DueAt { get; set; }

    /// <summary>When its jobs were last read whole; null where they never were.</summary>
    public Instant? ReadAt { get; set; }

    /// <summary>Without a good one in between.</summary>
    public int Failures { get; set; }

    /// <summary>Milliseconds that it was spoken to for when it was read last.</summary>
    public int TookMs { get; set; }

    public VisitLane Lane => CollectionPace.Lane(ReadAt is not null, Failures, Duration.FromMilliseconds(TookMs));
}

/// <summary>A row of <c>unread_answers</c>: what a printer said last that could not be taken into the books.</summary>
public sealed class UnreadAnswerRow
{
    public PrinterId PrinterId { get; set; }

    /// <summary>SHA-256.</summary>
    public required byte[] Digest { get; set; }

    public AnswerFault Fault { get; set; }
    public int Tries { get; set; }
    public int TriesInAll { get; set; }

    /// <summary>That archived it.</summary>
    public CollectionId CollectionId { get; set; }

    /// <summary>Of the first of those in a row.</summary>
    public Instant Since { get; set; }

    public UnreadAnswer Answer => new(Digest, Fault, Tries, TriesInAll);
}

/// <summary>A row of <c>gap_decisions</c>.</summary>
public sealed class GapDecisionRow
{
    public Guid CoverageIntervalId { get; set; }
    public GapVerdict Decision { get; set; }
    public required string Reason { get; set; }

    /// <summary>Null where meters proved it.</summary>
    public string? DecidedBy { get; set; }

    public Instant DecidedAt { get; set; }
}

/// <summary>A row of <c>meter_reads</c>: a counter's value and how long it was read unchanged.</summary>
public sealed class MeterReadRow
{
    public Guid Id { get; set; }
    public PrinterId PrinterId { get; set; }
    public required string PrinterSerial { get; set; }
    public int DeviceEpoch { get; set; }
    public required string Meter { get; set; }
    public MeterKind Kind { get; set; }
    public long Value { get; set; }
    public required string RawValue { get; set; }
    public required string RawUnit { get; set; }
    public long? Maximum { get; set; }
    public Instant FirstReadAt { get; set; }
    public Instant LastReadAt { get; set; }

    /// <summary>The person who read it off the device; null where the device said it.</summary>
    public string? EnteredBy { get; set; }
}

/// <summary>A row of <c>collection_marks</c>: how far a printer's job list was stored.</summary>
public sealed class MarkRow
{
    public PrinterId PrinterId { get; set; }
    public required string QueueId { get; set; }
    public long? Modification { get; set; }

    /// <summary>What the printer's reader wants to hear next time; empty asks from the beginning.</summary>
    public required string Cursor { get; set; }

    /// <summary>The protocol that the list came by.</summary>
    public string? Source { get; set; }

    public Instant AdvancedAt { get; set; }
}

/// <summary>A row of <c>print_job_columns</c>: what a user wants to see of jobs, in order.</summary>
public sealed class JobColumnsRow
{
    public required string UserId { get; set; }

    /// <summary>Names, separated by commas.</summary>
    public required string Columns { get; set; }

    public Instant ChangedAt { get; set; }
}

/// <summary>A row of <c>print_job_views</c>: a filter that a user gave a name.</summary>
public sealed class JobViewRow
{
    public Guid Id { get; set; }
    public required string UserId { get; set; }
    public required string Name { get; set; }

    /// <summary>As it stands in the address.</summary>
    public required string Query { get; set; }

    public Instant CreatedAt { get; set; }
}
