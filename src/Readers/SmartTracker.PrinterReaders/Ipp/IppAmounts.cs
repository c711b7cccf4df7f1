using System.Globalization;
using SmartTracker.Protocols.Ipp.Messages;

namespace SmartTracker.PrinterReaders.Ipp;

/// <summary>What came out, as far as the printer counts it. Zero beside a printed job is a counter that nobody moved, not a figure.</summary>
internal sealed class IppAmounts
{
    private const int Most = 10_000_000;

    private readonly IReadOnlyList<IppAttribute> _job;
    private readonly Action<string, ObservationProblemCode, string?> _problem;

    public IppAmounts(IReadOnlyList<IppAttribute> job, JobObservationStatus status, Action<string, ObservationProblemCode, string?> problem)
    {
        (_job, _problem) = (job, problem);
        Media = IppMedia.Of(job);
        CopiesRequested = Count("copies");
        CopiesPrinted = job.Find("copies-actual") is { Values.Count: 1 } ? Count("copies-actual") : null;
        PagesPerCopy = Count("job-pages") ?? Count("job-impressions");
        MediaSheets = Counted("job-media-sheets-completed", status);
        Impressions = Counted("job-impressions-completed", status) ?? FromDocument(status);
        if (Impressions == 0 && MediaSheets > 0)
            Impressions = null;
    }

    public IppMedia Media { get; }

    public int? CopiesRequested { get; }

    public int? CopiesPrinted { get; }

    public int? PagesPerCopy { get; }

    public int? MediaSheets { get; }

    public int? Impressions { get; }

    public long? PageArea => Area(Impressions);

    public Measure? MediaArea => Area(MediaSheets) is { } area ? new Measure(area, SheetsText(), "mm", UnitAssumed: false) : null;

    public int? Count(string name)
    {
        if (_job.Integer(name) is not { } told)
            return null;
        if (told is >= 0 and <= Most)
            return told;
        _problem(name, ObservationProblemCode.Unreadable, told.ToString(CultureInfo.InvariantCulture));
        return null;
    }

    private int? Counted(string name, JobObservationStatus status)
    {
        var told = Count(name);
        if (told != 0 || status != JobObservationStatus.Completed)
            return told;
        _problem(name, ObservationProblemCode.ZeroNotMeasured, "0");
        return null;
    }

    /// <summary>The document's impressions are those of one copy (RFC 8011 §5.3.17.2), so a printed job made them once for each copy.</summary>
    private int? FromDocument(JobObservationStatus status)
    {
        if (status != JobObservationStatus.Completed || Count("job-impressions") is not > 0 || (CopiesPrinted ?? CopiesRequested) is not > 0)
            return null;
        var all = (long)Count("job-impressions")!.Value * (CopiesPrinted ?? CopiesRequested)!.Value;
        return all <= Most ? (int)all : null;
    }

    private long? Area(int? pieces) => Media is { Width: { } width, Length: { } length } && pieces is { } count
        ? (long)Math.Round((decimal)width * length * count / 1_000_000m, 0, MidpointRounding.AwayFromZero)
        : null;

    private string SheetsText() => string.Create(
        CultureInfo.InvariantCulture, $"{Media.Width!.Value / 1000m:0.###} x {Media.Length!.Value / 1000m:0.###} x {MediaSheets}");
}
