using SmartTracker.Protocols.Piws.Jobs;
using SmartTracker.Protocols.Piws.Xml;

namespace SmartTracker.Protocols.Piws.State;

/// <summary>Reads the documents about a printer's state, JSON or XML. Tolerant: what is unknown is passed over, what is missing is null.
/// Null for a document about something else.</summary>
public static class PiwsStateParser
{
    private const int Elements = 50_000;

    public static PiwsAnswer<PiwsStatus>? DeviceStatus(ReadOnlyMemory<byte> document) => Read(document, ["StatusOverview", "ActivitiesOverview"], status => new PiwsStatus(
        status.Below("StatusOverview").Text("MostRelevantStatus"),
        status.Below("StatusOverview").Text("StatusSeverity"),
        status.Below("ActivitiesOverview").Below("MostRelevantActivity").Text("Name")));

    public static PiwsAnswer<IReadOnlyList<PiwsInkSlot>>? InkSystem(ReadOnlyMemory<byte> document) => Read(document, ["InkSlotGroupCollection", "InkSlotGroup"], PiwsInkParts.Slots);

    public static PiwsAnswer<IReadOnlyList<PiwsMediaSource>>? MediaSystem(ReadOnlyMemory<byte> document) => Read(document, ["DrawerCollection"], PiwsMediaParts.Sources);

    public static PiwsAnswer<IReadOnlyList<PiwsPrinthead>>? PrintheadsStatus(ReadOnlyMemory<byte> document) =>
        Read(document, ["PrintheadSlotCollection", "PrintheadSlot"], PiwsMaintenanceParts.Printheads);

    public static PiwsAnswer<IReadOnlyList<PiwsMaintenancePart>>? PrinterMaintenance(ReadOnlyMemory<byte> document) =>
        Read(document, PiwsMaintenanceParts.Collections, PiwsMaintenanceParts.Parts);

    public static PiwsAnswer<IReadOnlyList<PiwsAlert>>? ActiveAlerts(ReadOnlyMemory<byte> document) => Read(document, ["ActiveAlerts"], alerts =>
        alerts.Below("ActiveAlerts") is var active && active.Has("List") ? Alerts(active.Below("List")) : Alerts(active));

    public static PiwsAnswer<PiwsClock?>? Discovery(ReadOnlyMemory<byte> document) => Read(document, ["SystemTimeInfo"], discovery =>
        discovery.Below("SystemTimeInfo") is var clock && clock.Time("Date") is { } date ? new PiwsClock(date, clock.HasZone("Date")) : null);

    /// <summary>Impressions of the device's whole life (<c>ProductUsageDyn</c> of LEDM), which models nest differently.</summary>
    public static PiwsAnswer<string?>? TotalImpressions(ReadOnlyMemory<byte> document) => Read(document, ["TotalImpressions", "PrinterSubunit", "PrintUsageInfo"], usage =>
        usage.Text("TotalImpressions") ?? usage.Below("PrinterSubunit").Text("TotalImpressions") ?? usage.Below("PrintUsageInfo").Text("TotalImpressions"));

    private static IReadOnlyList<PiwsAlert> Alerts(PiwsValueReader list) => list.Each("Alert", alert => new PiwsAlert(
        alert.Text("FullName"), alert.Text("Name") ?? alert.Text("AlertType"), alert.Text("Severity"), alert.Text("Description")));

    /// <param name="marks">Whoever holds one of these is what the document is about.</param>
    private static PiwsAnswer<T>? Read<T>(ReadOnlyMemory<byte> document, IReadOnlyList<string> marks, Func<PiwsValueReader, T> read)
    {
        var root = PiwsDocument.Read(document, Elements);
        var holder = marks.Select(mark => root?.Holder(mark)).FirstOrDefault(found => found is not null);
        if (holder is null)
            return null;
        var problems = new PiwsProblems(PiwsLimits.Default);
        return new PiwsAnswer<T>(read(new PiwsValueReader(holder, null, problems, PiwsLimits.Default)), problems.List);
    }
}
