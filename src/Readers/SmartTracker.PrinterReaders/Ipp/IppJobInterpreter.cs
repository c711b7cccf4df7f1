using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SmartTracker.Protocols.Ipp.Messages;

namespace SmartTracker.PrinterReaders.Ipp;

/// <summary>One job of the printer in our words and units.</summary>
internal sealed class IppJobInterpreter
{
    private readonly IReadOnlyList<IppAttribute> _job;
    private readonly ProblemList _problems;
    private readonly IppJobTimes _times;

    public IppJobInterpreter(int number, IReadOnlyList<IppAttribute> job, IppPrinterClock clock, ProblemList problems)
    {
        (Number, _job, _problems) = (number, job, problems);
        _times = new IppJobTimes(job, clock, Problem);
        BornBy = _times.BornBy;
    }

    /// <inheritdoc cref="IppJobTimes.BornBy"/>
    public long? BornBy { get; }

    public bool IsBirthKnown => _times.Birth is not null;

    public int Number { get; }

    public JobObservation Interpret(IppNumbering numbering)
    {
        var status = IppWords.Status(_job, Problem);
        var amounts = new IppAmounts(_job, status, Problem);
        var ended = status == JobObservationStatus.Pending ? null : _times.CompletedAt;
        if (_times.CreatedAt > ended)
            Problem("time-at-creation", ObservationProblemCode.SubmittedAfterCompletion, string.Create(CultureInfo.InvariantCulture, $"{_times.CreatedAt:O} > {ended:O}"));

        return new JobObservation
        {
            DeviceJobId = Identity(numbering),
            Kind = JobObservationKind.Print,
            Status = status,
            RawStatus = IppWords.Raw(_job),
            UserName = _job.Text("job-originating-user-name"),
            JobName = _job.Text("job-name"),
            Account = _job.Text("job-account-id-actual") ?? _job.Text("job-account-id"),
            Source = _job.Text("job-originating-host-name"),
            SubmittedAt = _times.CreatedAt,
            PrintingAt = _times.ProcessingAt,
            CompletedAt = ended,
            TimeSource = _times.IsWorkedOut ? JobObservation.WorkedOutOfUpTime : null,
            PagesPerCopy = amounts.PagesPerCopy,
            CopiesRequested = amounts.CopiesRequested,
            CopiesPrinted = amounts.CopiesPrinted,
            Impressions = amounts.Impressions,
            MediaSheets = amounts.MediaSheets,
            KOctets = amounts.Count("job-k-octets-processed") is { } octets and > 0 ? octets : amounts.Count("job-k-octets"),
            PageArea = amounts.PageArea,
            MediaArea = amounts.MediaArea,
            MediaId = amounts.Media.Id,
            MediaName = amounts.Media.Name,
        };
    }

    /// <summary>The number with the job's UUID. Without one, a number may be given again after a reset, so that the numbering belongs to it; and
    /// where the printer tells nothing about time, what it counted.</summary>
    private string Identity(IppNumbering numbering)
    {
        var number = Number.ToString(CultureInfo.InvariantCulture);
        if (IppIdentity.Uuid(_job.Text("job-uuid")) is { } uuid)
            return $"{number}/{uuid}";
        if (BornBy is not { } born)
            return $"{number}~{CountedHash()}";
        return numbering.Of(born) is { Length: > 0 } name ? $"{number}@{name}" : number;
    }

    // Of a finished job these never change; names would, when somebody switches the printer's privacy setting.
    private string CountedHash()
    {
        string[] counted = ["job-k-octets", "job-impressions", "job-impressions-completed", "job-media-sheets", "job-media-sheets-completed"];
        var text = string.Join('\n', counted.Select(name => _job.Integer(name)?.ToString(CultureInfo.InvariantCulture)));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
    }

    private void Problem(string element, ObservationProblemCode code, string? raw) =>
        _problems.Add(Number.ToString(CultureInfo.InvariantCulture), element, code, raw);
}
