using System.Xml;
using SmartTracker.PrinterSimulator.Plan;

namespace SmartTracker.PrinterSimulator.Serving;

/// <summary>The job list, with the elements and their order as a DesignJet Z9 sends them.</summary>
internal static class JobListDocument
{
    /// <summary>Jobs changed after modification number <paramref name="from"/>; 0 is all.</summary>
    public static byte[] Write(PrinterPlan printer, long from) => PiwsDocument.Write("JobQueueSnapshot", xml =>
    {
        var jobs = printer.Listed.Where(job => job.ModificationNumber > from).ToList();
        xml.Number("ModificationNumber", printer.ModificationNumber);
        xml.Nested("Status", () =>
        {
            xml.Text("JobQueueStatus", "Idle");
            xml.Number("NumberOfJobs", (long)printer.Listed.Count);
        });
        xml.Time("Timestamp", printer.Timestamp);
        xml.Nested("Jobs", () =>
        {
            foreach (var job in jobs)
                xml.Nested("Job", () => xml.Nested("Job2DPrint", () => Job(xml, printer, job)));
        });
        xml.Nested("NestStatus", () =>
        {
            xml.Number("ModificationNumber", 0L);
            xml.Time("Timestamp", null);
            xml.Text("WaitingForNest", "false");
            xml.Text("RemainingTime", "P0Y0M0DT0H0M0S");
        });
    });

    private static void Job(XmlWriter xml, PrinterPlan printer, JobPlan job)
    {
        var id = job.Uuid.ToString().ToUpperInvariant();
        xml.Number("ModificationNumber", job.ModificationNumber);
        xml.Text("URI", $"/LFPWebServices/PI/JQ/JobQueue/{printer.QueueId}/Job/{id}/");
        xml.Text("Type", job.Type);
        xml.Text("UUID", id);
        xml.Number("Priority", 0L);
        xml.Nested("Settings", () => Settings(xml, job));
        xml.Nested("Status", () =>
        {
            xml.Text("JobStatus", job.JobStatus);
            xml.Text("CompletionStatus", job.CompletionStatus);
            xml.Text("HoldReason", "None");
            xml.Text("ConflictMask", "");
            xml.Number("ConflictingPage", 0L);
        });
        xml.Nested("Pages", () => PageElements.Write(xml, job));
        xml.Nested("Progress", () => Progress(xml, job));
        xml.Nested("Accounting", () =>
        {
            xml.Time("SubmissionTimestamp", job.SubmittedAt);
            xml.Time("CompletionTimestamp", job.CompletedAt);
            xml.Time("ArrivalTimestamp", job.ArrivedAt);
            xml.Time("PrintingTimestamp", job.PrintingAt);
            ConsumptionElements.Media(xml, job.Media);
            ConsumptionElements.Ink(xml, job.InkCubicCentimetres);
        });
    }

    private static void Settings(XmlWriter xml, JobPlan job)
    {
        xml.Text("JobUUID", job.JobUuid.ToString());
        xml.Text("UserName", job.UserName);
        xml.Text("Source", job.Source);
        xml.Text("JobName", job.JobName);
        xml.Text("Account", job.Account);
        foreach (var unused in (string[])["ApplicationName", "ApplicationUUID", "ApplicationVersion", "HostName"])
            xml.Text(unused, "");
        xml.Text("PrivacyLevel", "Public");
        xml.Text("PDLName", "PDF");
        xml.Text("URL", "");
        xml.Number("RequestedCopies", (long)job.RequestedCopies);
        xml.Text("PrintingOrder", "Direct");
        xml.Text("CollateType", "None");
        xml.Number("NumberOfPagesPerCopy", (long)job.Pages.Count);
    }

    private static void Progress(XmlWriter xml, JobPlan job)
    {
        xml.Number("ProgressPercentage", job.JobStatus == "Completed" ? 100m : 0m);
        xml.Number("NumberOfPrintedPages", job.PrintedPages);
        xml.Number("NumberOfPrintedPagesCurrentCopy", job.PrintedPages is { } pages && job.Pages.Count > 0 ? pages % job.Pages.Count : null);
        xml.Number("NumberOfPrintedCopies", job.PrintedCopies);
        xml.Number("EstimatedPrintingTime", 0L);
    }
}
