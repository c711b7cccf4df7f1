using NodaTime;
using SmartTracker.Collection.Abstractions;
using SmartTracker.PrinterReaders;
using SmartTracker.PrinterReaders.Names;

namespace SmartTracker.Collection.Domain;

/// <summary>What can be held against what another source says, to tell whether both speak of one job. Null is "it did not say".</summary>
/// <param name="Source">Whose list it is from, see <see cref="JobSource"/>.</param>
/// <param name="IsRough">Its times were worked out, so that they may wander.</param>
public sealed record ListedJob(
    string? Source, bool IsOver, Instant? ArrivedAt, Instant? EndedAt, bool IsRough, string? Name, int? Pages, int? Copies, int? Impressions, long? MediaAreaMm2)
{
    // Half of the last digit that devices show: 0.01 m², or 0.01 ft². And a hundredth, because one source adds up rounded pages.
    private const long AreaDigit = 5_000;
    private const long AreaHundredth = 100;

    public static ListedJob Of(string? source, JobFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return new(
            source, figures.Status != PrintJobStatus.Pending, At(figures.ArrivedAt ?? figures.SubmittedAt), At(figures.CompletedAt),
            figures.Raw.GetValueOrDefault(JobFigures.TimesName) == JobObservation.WorkedOutOfUpTime, figures.JobName?.Trim(),
            figures.PagesPerCopy, figures.CopiesPrinted, figures.Impressions, figures.MediaAreaMm2);
    }

    /// <summary>It may have been written without seconds.</summary>
    public bool IsToTheMinute => IsRough || EndedAt is not { } ended || ended.ToUnixTimeTicks() % NodaConstants.TicksPerMinute == 0;

    public bool IsNamedLike(ListedJob other) => other?.Name is { } name && string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>How many things both say alike, and how many not.</summary>
    public (int Alike, int Unlike) With(ListedJob other)
    {
        ArgumentNullException.ThrowIfNull(other);
        bool?[] said =
        [
            Name is null || other.Name is null ? null : IsNamedLike(other) ? true : IsWithheldFrom(other) ? null : false,
            Same(Pages, other.Pages) is false ? Same(Pages * Copies, other.Pages) is true || Same(Pages, other.Pages * other.Copies) is true : Same(Pages, other.Pages),
            Same(Copies, other.Copies),
            Same(Impressions, other.Impressions),
            MediaAreaMm2 is { } one && other.MediaAreaMm2 is { } two ? Math.Abs(one - two) <= AreaDigit + (Math.Max(one, two) / AreaHundredth) : null,
        ];
        return (said.Count(each => each is true), said.Count(each => each is false));
    }

    /// <summary>A pseudonym is unlike the name that it stands for, and unlike its pseudonym by another key: that says nothing.</summary>
    private bool IsWithheldFrom(ListedJob other) => WithheldName.Is(Name) || WithheldName.Is(other.Name);

    private static bool? Same(int? left, int? right) => left is null || right is null ? null : left == right;

    private static Instant? At(DateTimeOffset? time) => time is { } value ? Instant.FromDateTimeOffset(value) : null;
}
