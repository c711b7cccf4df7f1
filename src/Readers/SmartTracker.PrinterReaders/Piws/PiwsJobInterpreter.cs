using SmartTracker.Protocols.Piws.Jobs;

namespace SmartTracker.PrinterReaders.Piws;

/// <summary>One job of the device in our words and units.</summary>
internal sealed class PiwsJobInterpreter(PiwsJob job, DateTimeOffset receivedAt, ProblemList problems)
{
    // Local time labelled as UTC was seen; no zone is further off than this.
    private static readonly TimeSpan Tolerance = TimeSpan.FromHours(15);

    public JobObservation Interpret()
    {
        var amounts = new PiwsAmounts(job, Problem);
        var kind = PiwsWords.Kind(job, Problem);
        var status = PiwsWords.Status(job, amounts, Problem);
        if (job.SubmissionTimestamp > job.CompletionTimestamp)
            Problem("Accounting/SubmissionTimestamp", ObservationProblemCode.SubmittedAfterCompletion, $"{job.SubmissionTimestamp:O} > {job.CompletionTimestamp:O}");

        return new JobObservation
        {
            DeviceJobId = job.Uuid.ToUpperInvariant(),
            ModificationNumber = job.ModificationNumber,
            Kind = kind,
            Status = status,
            RawStatus = $"{job.JobStatus}/{job.CompletionStatus}",
            UserName = job.UserName,
            JobName = job.JobName,
            Account = job.Account,
            Source = job.Source,
            SubmittedAt = Possible(job.SubmissionTimestamp, "Accounting/SubmissionTimestamp"),
            ArrivedAt = Possible(job.ArrivalTimestamp, "Accounting/ArrivalTimestamp"),
            PrintingAt = Possible(job.PrintingTimestamp, "Accounting/PrintingTimestamp"),
            CompletedAt = Possible(job.CompletionTimestamp, "Accounting/CompletionTimestamp"),
            PagesPerCopy = amounts.Count(job.NumberOfPagesPerCopy ?? job.NumberOfPages, "Settings/NumberOfPagesPerCopy"),
            CopiesRequested = amounts.Count(job.RequestedCopies, "Settings/RequestedCopies"),
            CopiesPrinted = amounts.CopiesPrinted,
            Impressions = amounts.Impressions,
            PageArea = amounts.PageArea,
            MediaArea = amounts.MediaArea,
            MediaLength = amounts.MediaLength,
            MediaWidth = amounts.MediaWidth,
            MediaId = Same(job.Pages.Select(page => page.MediaType)),
            MediaName = Same((job.Media.Count > 0 ? job.Media : [.. job.Pages.SelectMany(page => page.Media)]).Select(media => media.PaperId)),
            Ink = amounts.Ink,
            Pages = amounts.Pages,
        };
    }

    private DateTimeOffset? Possible(DateTimeOffset? said, string element)
    {
        if (said is not { } time || PossibleTime.Is(time, receivedAt, Tolerance))
            return said;
        Problem(element, ObservationProblemCode.ImpossibleTime, $"{time:O}");
        return null;
    }

    private void Problem(string element, ObservationProblemCode code, string? raw) => problems.Add(job.Uuid, element, code, raw);

    private static string? Same(IEnumerable<string?> values) => values.Distinct(StringComparer.Ordinal).Take(2).ToList() is [var only] ? only : null;
}
