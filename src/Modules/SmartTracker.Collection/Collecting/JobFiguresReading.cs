using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Domain;
using SmartTracker.PrinterReaders;

namespace SmartTracker.Collection.Collecting;

/// <summary>From a reader's observation to the figures that are stored.</summary>
public static class JobFiguresReading
{
    public static JobFigures Read(JobObservation job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return new JobFigures
        {
            Kind = Enum.Parse<JobKind>(job.Kind.ToString()),
            Status = Enum.Parse<PrintJobStatus>(job.Status.ToString()),
            Account = Text(job.Account),
            SubmittedAt = Time(job.SubmittedAt),
            ArrivedAt = Time(job.ArrivedAt),
            PrintingAt = Time(job.PrintingAt),
            CompletedAt = Time(job.CompletedAt),
            PagesPerCopy = Sane(job.PagesPerCopy),
            CopiesRequested = Sane(job.CopiesRequested),
            CopiesPrinted = Sane(job.CopiesPrinted),
            Impressions = Sane(job.Impressions),
            MediaSheets = Sane(job.MediaSheets),
            KOctets = Sane(job.KOctets),
            MediaType = Text(job.MediaName ?? job.MediaId),
            MediaWidthUm = Sane(job.MediaWidth),
            MediaLengthUm = Sane(job.MediaLength?.Value),
            PageAreaMm2 = Sane(job.PageArea),
            MediaAreaMm2 = Sane(job.MediaArea?.Value),
            InkNl = Ink(job),
            Pages = [.. job.Pages.Select(Page)],
            Raw = Raw(job),
        }.Named(Text(job.UserName), Text(job.JobName));
    }

    private static SortedList<string, long>? Ink(JobObservation job)
    {
        if (job.Ink is null || job.Ink.Values.Any(ink => ink.Value < 0))
            return null;
        var ink = new SortedList<string, long>(StringComparer.Ordinal);
        foreach (var (channel, amount) in job.Ink)
            ink[Text(channel) ?? "?"] = amount.Value;
        return ink;
    }

    private static JobPage Page(PageObservation page) => new()
    {
        Number = page.Number,
        WidthUm = Sane(page.Width?.Value),
        HeightUm = Sane(page.Height?.Value),
        Rotation = page.Rotation,
        CopiesPrinted = Sane(page.CopiesPrinted),
        MediaSource = Text(page.MediaSource),
        PrintQuality = Text(page.PrintQuality),
        MediaLengthUm = Sane(page.MediaLength?.Value),
    };

    private static SortedDictionary<string, string> Raw(JobObservation job)
    {
        var raw = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add(raw, "Status", job.RawStatus);
        Add(raw, JobFigures.SourceName, job.Source);
        Add(raw, JobFigures.TimesName, job.TimeSource);
        Add(raw, "MediaId", job.MediaId);
        Add(raw, "MediaArea", Written(job.MediaArea));
        Add(raw, "MediaLength", Written(job.MediaLength));
        foreach (var (channel, amount) in job.Ink ?? new Dictionary<string, Measure>())
            Add(raw, "Ink " + channel, Written(amount));
        return raw;
    }

    private static void Add(SortedDictionary<string, string> raw, string name, string? value)
    {
        if (Text(value) is { } text)
            raw[name] = text;
    }

    private static string? Written(Measure? measure) =>
        measure is null ? null : $"{measure.Raw} {measure.Unit}{(measure.UnitAssumed ? " (unit assumed)" : "")}";

    // A negative figure is nonsense of the device; "not said" is the honest reading.
    private static long? Sane(long? value) => value is >= 0 ? value : null;

    private static int? Sane(int? value) => value is >= 0 ? value : null;

    // PostgreSQL takes no NUL in a text.
    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Replace('\0', '\uFFFD');

    // Both databases keep whole microseconds.
    private static DateTimeOffset? Time(DateTimeOffset? time)
    {
        if (time is not { } value)
            return null;
        var utc = value.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % 10));
    }
}
