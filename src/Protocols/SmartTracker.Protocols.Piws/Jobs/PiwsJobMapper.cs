using SmartTracker.Protocols.Piws.Xml;

namespace SmartTracker.Protocols.Piws.Jobs;

/// <summary>Takes what we use out of a job's XML and passes over the rest.</summary>
internal sealed class PiwsJobMapper(PiwsProblems problems, PiwsLimits limits)
{
    /// <summary>Every element that is asked for below, and what stands around it.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "UUID", "ModificationNumber", "Type", "Settings", "Status", "Pages", "Page", "Progress", "Accounting",
        "JobUUID", "UserName", "Source", "JobName", "Account", "ApplicationName", "HostName", "PrivacyLevel", "RequestedCopies", "NumberOfPagesPerCopy",
        "JobStatus", "CompletionStatus", "HoldReason", "NumberOfPages", "ProgressPercentage", "NumberOfPrintedPages", "NumberOfPrintedCopies",
        "SubmissionTimestamp", "CompletionTimestamp", "ArrivalTimestamp", "PrintingTimestamp",
        "ID", "PageSize", "Width", "Height", "Value", "Unit", "Rotation", "Copies", "MediaSource", "MediaType", "PrintQuality", "PageStatus",
        "MediaSourceUsed", "GrayPixelCoverage", "ColorPixelCoverage",
        "MediaCollectionConsumption", "MediaConsumption", "PaperId", "PaperVendor", "SquareAmount", "LinearAmount",
        "InkCollectionConsumption", "InkConsumption", "InkName", "Amount",
    ];

    /// <summary>Null for a job without UUID: nothing could tell it from another.</summary>
    public PiwsJob? Map(PiwsElement element)
    {
        var uuid = element.Child("UUID")?.Text;
        if (uuid is null or { Length: 0 or > 100 })
        {
            problems.Add(null, $"{element.Name}/UUID", PiwsProblemKind.NoUuid, uuid);
            return null;
        }

        var job = new PiwsValueReader(element, uuid, problems, limits);
        var settings = job.Below("Settings");
        var status = job.Below("Status");
        var progress = job.Below("Progress");
        var accounting = job.Below("Accounting");
        return new PiwsJob
        {
            Uuid = uuid,
            ModificationNumber = job.Long("ModificationNumber"),
            Type = job.Text("Type"),
            JobUuid = settings.Text("JobUUID"),
            UserName = settings.Text("UserName"),
            Source = settings.Text("Source"),
            JobName = settings.Text("JobName"),
            Account = settings.Text("Account"),
            ApplicationName = settings.Text("ApplicationName"),
            HostName = settings.Text("HostName"),
            PrivacyLevel = settings.Text("PrivacyLevel"),
            RequestedCopies = settings.Int("RequestedCopies"),
            NumberOfPagesPerCopy = settings.Int("NumberOfPagesPerCopy"),
            JobStatus = status.Text("JobStatus"),
            CompletionStatus = status.Text("CompletionStatus"),
            HoldReason = status.Text("HoldReason"),
            NumberOfPages = job.Below("Pages").Int("NumberOfPages"),
            Pages = job.Below("Pages").Each("Page", Page),
            ProgressPercentage = progress.Number("ProgressPercentage"),
            NumberOfPrintedPages = progress.Int("NumberOfPrintedPages"),
            NumberOfPrintedCopies = progress.Int("NumberOfPrintedCopies"),
            SubmissionTimestamp = accounting.Time("SubmissionTimestamp"),
            CompletionTimestamp = accounting.Time("CompletionTimestamp"),
            ArrivalTimestamp = accounting.Time("ArrivalTimestamp"),
            PrintingTimestamp = accounting.Time("PrintingTimestamp"),
            Media = Media(accounting),
            Ink = Ink(accounting),
        };
    }

    private static PiwsPage Page(PiwsValueReader page)
    {
        var settings = page.Below("Settings");
        var status = page.Below("Status");
        var accounting = page.Below("Accounting");
        return new PiwsPage
        {
            Id = page.Int("ID"),
            Width = settings.Below("PageSize").Quantity("Width"),
            Height = settings.Below("PageSize").Quantity("Height"),
            Rotation = settings.Int("Rotation"),
            Copies = settings.Int("Copies"),
            MediaSource = settings.Text("MediaSource"),
            MediaType = settings.Text("MediaType"),
            PrintQuality = settings.Text("PrintQuality"),
            PageStatus = status.Text("PageStatus"),
            CompletionStatus = status.Text("CompletionStatus"),
            NumberOfPrintedCopies = page.Below("Progress").Int("NumberOfPrintedCopies"),
            MediaSourceUsed = accounting.Text("MediaSourceUsed"),
            Media = Media(accounting),
            Ink = Ink(accounting),
            GrayPixelCoverage = accounting.Number("GrayPixelCoverage"),
            ColorPixelCoverage = accounting.Number("ColorPixelCoverage"),
        };
    }

    private static IReadOnlyList<PiwsMediaConsumption> Media(PiwsValueReader accounting) =>
        accounting.Below("MediaCollectionConsumption").Each("MediaConsumption", media => new PiwsMediaConsumption(
            media.Text("PaperId"), media.Text("PaperVendor"), media.Quantity("SquareAmount"), media.Quantity("LinearAmount")));

    private static IReadOnlyList<PiwsInkConsumption> Ink(PiwsValueReader accounting) =>
        accounting.Below("InkCollectionConsumption").Each("InkConsumption", ink => new PiwsInkConsumption(
            ink.Text("InkName"), ink.Quantity("Amount")));
}
