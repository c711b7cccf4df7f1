using SmartTracker.PrinterSimulator.Plan;

namespace SmartTracker.PrinterSimulator.Serving.Ipp;

/// <summary>One job. IPP has no attribute for ink; the sheet's size stands in media-col.</summary>
internal static class IppJobAttributes
{
    private const int HundredthsPerInch = 2540;

    public static void Write(IppDocument answer, SimulatedPrinter printer, JobPlan job, bool everything)
    {
        answer.Integer("job-id", job.Number);
        answer.Uri("job-uri", $"{printer.Address}/{job.Number}");
        if (!everything)
            return;

        if (printer.Plan.Ipp!.GivesUuids)
            answer.Uri("job-uuid", $"urn:uuid:{job.Uuid}");
        answer.Name("job-name", job.JobName);
        answer.Name("job-originating-user-name", job.UserName.Length > 0 ? job.UserName : "anonymous");
        State(answer, job);
        Time(answer, printer, "creation", job.SubmittedAt);
        Time(answer, printer, "processing", job.PrintingAt);
        Time(answer, printer, "completed", job.CompletedAt);
        answer.Integer("copies", job.RequestedCopies);
        if (job.PrintedPages is { } printed)
        {
            answer.Integer("job-impressions", job.Pages.Count);
            answer.Integer("job-impressions-completed", printed);
            answer.Integer("job-media-sheets-completed", printed);
        }

        answer.Integer("job-k-octets", 200 + (job.Number % 900));
        if (job.Pages.Select(page => (page.WidthInches, page.HeightInches)).Distinct().ToList() is [var sheet])
            Media(answer, job, sheet.WidthInches, sheet.HeightInches);
    }

    private static void State(IppDocument answer, JobPlan job)
    {
        var (state, reason) = (job.JobStatus, job.CompletionStatus) switch
        {
            (_, "Cancelled") => (7, "job-canceled-by-user"),
            ("Aborted", _) => (8, "aborted-by-system"),
            _ => (9, "job-completed-successfully"),
        };
        answer.Enum("job-state", state);
        answer.Keyword("job-state-reasons", reason);
    }

    /// <summary>Of a job from before it was switched on, the printer knows the date at most.</summary>
    private static void Time(IppDocument answer, SimulatedPrinter printer, string what, DateTimeOffset? moment)
    {
        var ipp = printer.Plan.Ipp!;
        if (moment is not { } at)
        {
            answer.NoValue("time-at-" + what);
            return;
        }

        answer.Integer("time-at-" + what, Math.Max(0, (int)(at - ipp.SwitchedOnAt).TotalSeconds));
        if (ipp.TellsDates)
            answer.Date("date-time-at-" + what, at + ipp.CalendarIsAhead);
    }

    private static void Media(IppDocument answer, JobPlan job, decimal width, decimal height) => answer.Collection("media-col", () =>
    {
        answer.Member("media-size", size => answer.Collection(size, () =>
        {
            answer.Member("x-dimension", x => answer.Integer(x, Hundredths(width)));
            answer.Member("y-dimension", y => answer.Integer(y, Hundredths(height)));
        }));
        answer.Member("media-type", type => answer.Keyword(type, job.Media?.PaperId ?? "stationery"));
    });

    private static int Hundredths(decimal inches) => (int)Math.Round(inches * HundredthsPerInch, 0, MidpointRounding.AwayFromZero);
}
