using System.Globalization;
using SmartTracker.PrinterReaders.Ipp;
using SmartTracker.Protocols.Ipp.Codec;
using SmartTracker.Protocols.Ipp.Messages;

namespace SmartTracker.PrinterReaders.Tests.Ipp;

/// <summary>An IPP printer on paper: prints, is switched off and reset, and answers in bytes. Its jobs have no UUID unless told otherwise.</summary>
internal sealed class PaperPrinter
{
    /// <summary>As it stands in the archive, so it may not change.</summary>
    public const string AskedPrinter = "Get-Printer-Attributes";

    private readonly List<PaperJob> _jobs = [];
    private int _next = 1;

    public required DateTimeOffset Now { get; set; }

    public DateTimeOffset SwitchedOnAt { get; set; }

    public bool TellsDates { get; init; }

    public bool GivesUuids { get; init; }

    public TimeSpan CalendarIsAhead { get; init; }

    public string SerialNumber { get; init; } = "CN5A1B2C3D";

    public IReadOnlyList<PaperJob> Jobs => _jobs;

    public static string AskedJobs(string? cursor) => cursor is null ? "Get-Jobs" : $"Get-Jobs={cursor}";

    public PaperJob Print(string name = "Plan.pdf")
    {
        var job = new PaperJob(_next++, name, Guid.NewGuid(), Now, Now.AddSeconds(15), SwitchedOnAt);
        _jobs.Add(job);
        Now = job.CompletedAt.AddSeconds(5);
        return job;
    }

    public void SwitchOffAndOn()
    {
        Now = Now.AddSeconds(45);
        SwitchedOnAt = Now.AddSeconds(-12.4);
    }

    public void Reset(bool keepJobs)
    {
        SwitchOffAndOn();
        _next = 1;
        if (!keepJobs)
            _jobs.Clear();
    }

    public void Forget(int jobs) => _jobs.RemoveRange(0, Math.Min(jobs, _jobs.Count));

    public PrinterObservation Visit(string? cursor) => new IppReader(TimeProvider.System).Interpret(Answers(cursor));

    public IReadOnlyList<RawAnswer> Answers(string? cursor) =>
        [Answer(AskedPrinter, 1, [Printer()]), Answer(AskedJobs(cursor), 2, [.. Enumerable.Reverse(_jobs).Select(Job)])];

    private RawAnswer Answer(string asked, int id, IppGroup[] groups) => new(
        $"/ipp/print#{asked}", Now.AddMilliseconds(350), 200, "application/ipp", IppEncoder.Encode(new IppMessage { Code = 0, RequestId = id, Groups = groups }), true);

    private IppGroup Printer() => new(IppTag.PrinterAttributes,
    [
        new("printer-make-and-model", new IppText("Paper Printer", IppTag.TextWithoutLanguage)),
        new("printer-device-id", new IppText($"MFG:Paper;MDL:Printer;SN:{SerialNumber};", IppTag.TextWithoutLanguage)),
        new("printer-up-time", new IppInteger((int)(Now - SwitchedOnAt).TotalSeconds)),
        new("printer-current-time", TellsDates ? Date(Now) : new IppOutOfBand(IppTag.NoValue)),
    ]);

    private IppGroup Job(PaperJob job) => new(IppTag.JobAttributes,
    [
        new("job-id", new IppInteger(job.Number)),
        new("job-state", new IppInteger(9, IppTag.Enum)),
        new("job-name", new IppText(job.Name, IppTag.NameWithoutLanguage)),
        new("job-originating-user-name", new IppText("anonymous", IppTag.NameWithoutLanguage)),
        new("job-impressions-completed", new IppInteger(3)),
        .. Times("creation", job.CreatedAt, job.SwitchedOnAt),
        .. Times("completed", job.CompletedAt, job.SwitchedOnAt),
        .. GivesUuids ? [new IppAttribute("job-uuid", new IppText($"urn:uuid:{job.Uuid}", IppTag.Uri))] : Array.Empty<IppAttribute>(),
    ]);

    private IEnumerable<IppAttribute> Times(string what, DateTimeOffset moment, DateTimeOffset life)
    {
        yield return new("time-at-" + what, new IppInteger(life == SwitchedOnAt ? Math.Max(1, (int)(moment - life).TotalSeconds) : 0));
        if (TellsDates)
            yield return new("date-time-at-" + what, Date(moment));
    }

    private IppDateTime Date(DateTimeOffset moment)
    {
        var clock = (moment + CalendarIsAhead).UtcDateTime;
        return new IppDateTime(new DateTime(clock.Year, clock.Month, clock.Day, clock.Hour, clock.Minute, clock.Second), TimeSpan.Zero);
    }
}

internal sealed record PaperJob(int Number, string Name, Guid Uuid, DateTimeOffset CreatedAt, DateTimeOffset CompletedAt, DateTimeOffset SwitchedOnAt)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number} of {CreatedAt:O}");
}
