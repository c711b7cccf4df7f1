using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using SmartTracker.Collection.Abstractions;
using SmartTracker.PrinterReaders;
using SmartTracker.PrinterReaders.Names;

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

    public NotKept? NotKept { get; init; }

    /// <summary>In <see cref="Raw"/>: where the times come from.</summary>
    public const string TimesName = "Times";

    /// <summary>In <see cref="Raw"/>: where the job came from; with IPP the name of a computer.</summary>
    public const string SourceName = "Source";

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

    /// <summary>With names as they come; one that is not kept is none.</summary>
    public JobFigures Named(string? user, string? job)
    {
        var dropped = (user == WithheldName.Dropped ? Domain.NotKept.User : 0) | (job == WithheldName.Dropped ? Domain.NotKept.Job : 0);
        return this with
        {
            UserName = user == WithheldName.Dropped ? null : user,
            JobName = job == WithheldName.Dropped ? null : job,
            NotKept = dropped == 0 ? null : dropped,
        };
    }

    /// <summary>These figures with the names under which the job was kept before, where either withholds them: a job keeps what it has, whatever is decided
    /// about names or their key later, and two pseudonyms of one person never meet in one job.</summary>
    public JobFigures KeepingNamesOf(JobFigures before)
    {
        ArgumentNullException.ThrowIfNull(before);
        var (user, job) = (Kept(before.User, User), Kept(before.Job, Job));
        var source = Kept(before.Raw.GetValueOrDefault(SourceName), Raw.GetValueOrDefault(SourceName));
        var raw = source == Raw.GetValueOrDefault(SourceName)
            ? Raw
            : new SortedDictionary<string, string>(Raw.ToDictionary(), StringComparer.Ordinal) { [SourceName] = source! };
        return user == User && job == Job && ReferenceEquals(raw, Raw) ? this : Named(user, job) with { Raw = raw };
    }

    /// <summary>Whether stored figures may withhold a name; true for some that do not.</summary>
    public static bool MayWithhold(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return json.Contains("\"P-", StringComparison.Ordinal) || json.Contains(nameof(NotKept), StringComparison.Ordinal) || json.Contains(WithheldName.Dropped, StringComparison.Ordinal);
    }

    [JsonIgnore]
    public bool Withholds => WithheldName.Is(User) || WithheldName.Is(Job) || WithheldName.Is(Raw.GetValueOrDefault(SourceName));

    private string? User => NotKept?.HasFlag(Domain.NotKept.User) == true ? WithheldName.Dropped : UserName;

    private string? Job => NotKept?.HasFlag(Domain.NotKept.Job) == true ? WithheldName.Dropped : JobName;

    private static string? Kept(string? before, string? now) => before is not null && (WithheldName.Is(before) || WithheldName.Is(now)) ? before : now;

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
