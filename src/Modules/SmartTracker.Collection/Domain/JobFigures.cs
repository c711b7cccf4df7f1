using System.Collections.ObjectModel;
using System.Text.Json;
using SmartTracker.Collection.Abstractions;
using SmartTracker.PrinterReaders;

namespace SmartTracker.Collection.Domain;

/// <summary>What a device said about a job at one moment, in our units: micrometres, square millimetres, nanolitres.
/// Null is "the device did not say".</summary>
public sealed record JobFigures
{
    public required JobKind Kind { get; init; }
    public required PrintJobStatus Status { get; init; }
    public string? UserName { get; init; }
    public string? JobName { get; init; }
    public string? Account { get; init; }
    public DateTimeOffset? SubmittedAt { get; init; }
    public DateTimeOffset? ArrivedAt { get; init; }
    public DateTimeOffset? PrintingAt { get; init; }
    public DateTimeOffset? CompletedAt { get; init; }
    public int? PagesPerCopy { get; init; }
    public int? CopiesRequested { get; init; }
    public int? CopiesPrinted { get; init; }
    public int? Impressions { get; init; }
    public int? MediaSheets { get; init; }

    /// <summary>Size of the document in units of 1024 bytes.</summary>
    public int? KOctets { get; init; }
    public string? MediaType { get; init; }
    public long? MediaWidthUm { get; init; }
    public long? MediaLengthUm { get; init; }
    public long? PageAreaMm2 { get; init; }
    public long? MediaAreaMm2 { get; init; }
    public SortedList<string, long>? InkNl { get; init; }
    public IReadOnlyList<JobPage> Pages { get; init; } = [];

    /// <summary>The device's own texts by name, with their units.</summary>
    public IReadOnlyDictionary<string, string> Raw { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>In <see cref="Raw"/>: where the times come from.</summary>
    public const string TimesName = "Times";

    public long? InkTotalNl => InkNl?.Values.Sum();

    public string ToJson() => JsonSerializer.Serialize(this, JobFiguresJson.Default.JobFigures);

    public static JobFigures FromJson(string json) =>
        JsonSerializer.Deserialize(json, JobFiguresJson.Default.JobFigures) ?? throw new FormatException("A stored sighting is empty.");

    /// <summary>Whether the status or a figure that is accounted differs: then the job has a new revision.</summary>
    public bool IsAccountedLike(JobFigures other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Accounted == other.Accounted && SameInk(InkNl, other.InkNl);
    }

    /// <summary>Whether the same came of it and it used the same, whatever its time and media are called.</summary>
    public bool Uses(JobFigures other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Used == other.Used && SameInk(InkNl, other.InkNl);
    }

    /// <summary>These figures with the times that they lost: a printer that was switched off may no longer know when a finished job ran, and times
    /// worked out of its seconds and our clock wander when our clock is put right.</summary>
    public JobFigures RememberingTimes(JobFigures before)
    {
        ArgumentNullException.ThrowIfNull(before);
        if (Status == PrintJobStatus.Pending || Status != before.Status || before.CompletedAt is not { } known)
            return this;
        if (CompletedAt is not null)
            return AreTimesWorkedOut && (this with { CompletedAt = known }).IsAccountedLike(before) ? WithTimesOf(before) : this;
        return this with
        {
            SubmittedAt = SubmittedAt ?? before.SubmittedAt,
            ArrivedAt = ArrivedAt ?? before.ArrivedAt,
            PrintingAt = PrintingAt ?? before.PrintingAt,
            CompletedAt = before.CompletedAt,
        };
    }

    private bool AreTimesWorkedOut => Raw.GetValueOrDefault(TimesName) == JobObservation.WorkedOutOfUpTime;

    private JobFigures WithTimesOf(JobFigures before) => this with
    {
        SubmittedAt = before.SubmittedAt ?? SubmittedAt,
        ArrivedAt = before.ArrivedAt ?? ArrivedAt,
        PrintingAt = before.PrintingAt ?? PrintingAt,
        CompletedAt = before.CompletedAt,
    };

    private (JobKind, PrintJobStatus, DateTimeOffset?, int?, int?, int?, (string?, long?, long?, long?)) Accounted =>
        (Kind, Status, CompletedAt, PagesPerCopy, CopiesPrinted, Impressions, (MediaType, MediaWidthUm, PageAreaMm2, MediaAreaMm2));

    private (JobKind, PrintJobStatus, int?, int?, int?, long?, long?) Used => (Kind, Status, PagesPerCopy, CopiesPrinted, Impressions, PageAreaMm2, MediaAreaMm2);

    private static bool SameInk(SortedList<string, long>? left, SortedList<string, long>? right) =>
        left is null || right is null ? left is null && right is null : left.SequenceEqual(right);
}

/// <summary>One page of a job, enough to draw it.</summary>
public sealed record JobPage
{
    public required int Number { get; init; }
    public long? WidthUm { get; init; }
    public long? HeightUm { get; init; }
    public int? Rotation { get; init; }
    public int? CopiesPrinted { get; init; }
    public string? MediaSource { get; init; }
    public string? PrintQuality { get; init; }
    public long? MediaLengthUm { get; init; }
}
