using SmartTracker.Protocols.Ews.Accounting;

namespace SmartTracker.PrinterReaders.Ews;

/// <summary>One row of the accounting in our words and units.</summary>
internal sealed class EwsJobInterpreter(EwsJob job, string id, bool hasStatus, EwsLocalTime clock, ProblemList problems)
{
    public JobObservation Interpret()
    {
        var kind = EwsJobWords.Kind(job.JobType, Problem);
        var status = EwsJobWords.Status(job.Status, hasStatus, Problem);
        var amounts = new EwsAmounts(job, cameOut: status == JobObservationStatus.Completed && kind is JobObservationKind.Print or JobObservationKind.Copy, Problem);
        return new JobObservation
        {
            DeviceJobId = id,
            Kind = kind,
            Status = status,
            RawStatus = job.Status,
            UserName = job.User,
            JobName = job.Document,
            Account = job.Account,
            Source = job.Source,
            CompletedAt = clock.Moment(job.PrintedAt?.Local, Problem),
            TimeSource = job.PrintedAt is null ? null : $"printer-local-time {job.PrintedAt.Raw}",
            PagesPerCopy = amounts.Pages,
            CopiesPrinted = amounts.Copies,
            MediaArea = amounts.MediaArea,
            MediaLength = amounts.MediaLength,
            MediaWidth = amounts.MediaWidth,
            MediaName = job.MediaType,
            Ink = amounts.Ink,
        };
    }

    private void Problem(string element, ObservationProblemCode code, string? raw) => problems.Add(id, element, code, raw);
}
