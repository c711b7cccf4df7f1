using System.Xml;
using SmartTracker.PrinterSimulator.Plan;

namespace SmartTracker.PrinterSimulator.Serving;

internal static class PageElements
{
    public static void Write(XmlWriter xml, JobPlan job)
    {
        xml.Number("NumberOfPages", (long)job.Pages.Count);
        foreach (var (index, page) in job.Pages.Index())
            xml.Nested("Page", () => Write(xml, job, page, index + 1));
    }

    private static void Write(XmlWriter xml, JobPlan job, PagePlan page, int number)
    {
        xml.Number("ModificationNumber", job.ModificationNumber);
        xml.Number("ID", (long)number);
        xml.Nested("Settings", () => Settings(xml, page));
        xml.Nested("Status", () =>
        {
            xml.Text("PageStatus", job.JobStatus);
            xml.Text("CompletionStatus", job.CompletionStatus);
            xml.Number("CopyIndex", 0L);
        });
        xml.Nested("Progress", () =>
        {
            xml.Number("ProgressPercentage", job.JobStatus == "Completed" ? 100m : 0m);
            xml.Number("NumberOfPrintedCopies", page.PrintedCopies);
            xml.Number("EstimatedPrintingTime", 0L);
        });
        xml.Nested("Accounting", () =>
        {
            xml.Text("MediaSourceUsed", page.MediaSource);
            xml.Text("MediaDestinationUsed", "Basket");
            ConsumptionElements.Media(xml, page.Media);
            // No capture shows ink in a page; the figures of the job count.
            ConsumptionElements.Ink(xml, null);
            xml.Number("GrayPixelCoverage", 0m);
            xml.Number("ColorPixelCoverage", 0m);
        });
    }

    private static void Settings(XmlWriter xml, PagePlan page)
    {
        xml.Nested("PageSize", () =>
        {
            xml.Inches("Width", page.WidthInches);
            xml.Inches("Height", page.HeightInches);
        });
        xml.Number("Rotation", (long)page.Rotation);
        xml.Number("Copies", 1L);
        xml.Text("MediaSource", page.MediaSource);
        xml.Text("MediaDestination", "Basket");
        xml.Text("FoldingStyle", "Standard");
        xml.Text("FoldingStyleStandardConfig", "folder-selects");
        xml.Text("MediaType", page.MediaType);
        xml.Text("PrintQuality", page.PrintQuality);
        xml.Text("EconomodeOn", "false");
        xml.Text("MaximumDetailOn", page.PrintQuality == "Best" ? "true" : "false");
    }
}
