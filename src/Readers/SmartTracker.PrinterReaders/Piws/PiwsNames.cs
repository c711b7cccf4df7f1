using System.Collections.Frozen;
using SmartTracker.PrinterReaders.Names;
using SmartTracker.Protocols.Http.Json;
using SmartTracker.Protocols.Http.Xml;
using SmartTracker.Protocols.Piws;
using SmartTracker.Protocols.Piws.State;

namespace SmartTracker.PrinterReaders.Piws;

/// <summary>Takes names out of PIWS answers. Only what is read here and names nobody is left; what else a printer may put into a document goes.</summary>
internal static class PiwsNames
{
    private const string Xml = "text/xml";
    private const string Json = "application/json";

    private static readonly DeviceXmlLimits Limits = new() { Characters = PiwsLimits.Default.DocumentCharacters, Depth = PiwsLimits.Default.Depth };

    // Of a job. Left out: name of the application, of the computer, and the document's address.
    private static readonly FrozenSet<string> OfJobs = Words(
        """
        ModificationNumber JobQueueStatus NumberOfJobs Timestamp UUID Type JobUUID Source Account PrivacyLevel RequestedCopies NumberOfPagesPerCopy
        JobStatus CompletionStatus HoldReason NumberOfPages ProgressPercentage NumberOfPrintedPages NumberOfPrintedCopies
        SubmissionTimestamp CompletionTimestamp ArrivalTimestamp PrintingTimestamp ID Width Height Value Unit Rotation Copies MediaSource MediaType PrintQuality
        PageStatus MediaSourceUsed GrayPixelCoverage ColorPixelCoverage PaperId PaperVendor SquareAmount LinearAmount InkName Amount
        """);

    // A name or a description only where it is known whose: one of a job may stand elsewhere.
    private static readonly FrozenSet<string> OfPrinter = Words(
        """
        ModelName ModelNumber PartNumber SerialNumber PrinterName PrinterWidth FwReleaseName FwReleaseDate InterfaceVersion UUID Value Unit
        Queue/Name Queue/Type Queue/URI MostRelevantActivity/Name Drawer/Name LiquidTank/Name Alert/Name Alert/Description PreventiveMaintenanceKit/Description
        MostRelevantStatus StatusSeverity Color SlotId SupplyType isPresent Level LevelPercentage Capacity State StatusFlag
        UserReportedStatus UserReportedSeverity OrderNumber InstallDate ExpirationDate InkUsed Id IdForUI MediaTypeID MediaTypeId Width RemainingLength
        HealthGaugeStatus InkConsumption UsagePercentage TotalCapacity MaintenanceCartridgeStatusFlag WasteCollectorId Status PMKId PercentageConsumed
        PMKStatusFlag FullName AlertType Severity Date TotalImpressions
        """);

    public static RawAnswer Withhold(RawAnswer answer, NamePrivacy privacy)
    {
        if (PiwsCursor.OfPath(answer.Path) is not null)
            return Sift(answer, (_, name, text) => OfJob(name, text, privacy));
        if (!IsOfPrinter(answer.Path))
            return answer.Emptied();
        if (!answer.Body.AsSpan().TrimStart("\uFEFF \r\n\t"u8).StartsWith("<"u8) && DeviceJsonSieve.Sift(answer.Body, IsOfPrinter) is { } json)
            return answer.Left(json, isRead: true, Json);
        return Sift(answer, (parent, name, text) => IsOfPrinter(parent, name) ? text : null);
    }

    private static string? OfJob(string name, string text, NamePrivacy privacy) => name switch
    {
        "UserName" => privacy.OfUser(text),
        "JobName" => privacy.OfJob(text),
        _ => OfJobs.Contains(name) ? text : null,
    };

    private static RawAnswer Sift(RawAnswer answer, Func<string, string, string, string?> text)
    {
        var (body, isRead) = DeviceXmlSieve.Sift(answer.Body, Limits, text);
        // As whoever interprets it would: one wrong letter in a name must not hide every job behind it.
        if (!isRead && MendedText.Of(answer.Body) is { } mended && DeviceXmlSieve.Sift(mended, Limits, text) is var (more, isMended) && (isMended || more.Length > body.Length))
            (body, isRead) = (more, isMended);
        return answer.Left(body, isRead, Xml);
    }

    // Nobody knows what device counters hold, and nothing is read from them.
    private static bool IsOfPrinter(string path) =>
        path.Contains("/Identification.", StringComparison.Ordinal) || path.EndsWith("/JobQueueCollection", StringComparison.Ordinal)
        || (PiwsStatePaths.All.Contains(path) && path != PiwsStatePaths.DeviceCounters);

    private static bool IsOfPrinter(string parent, string name) => OfPrinter.Contains(name) || OfPrinter.Contains($"{parent}/{name}");

    private static FrozenSet<string> Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
