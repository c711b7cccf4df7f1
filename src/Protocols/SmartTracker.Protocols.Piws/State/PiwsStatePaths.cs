namespace SmartTracker.Protocols.Piws.State;

/// <summary>Where the documents about a printer's state lie. Models differ in which of them they have.</summary>
public static class PiwsStatePaths
{
    public const string DeviceStatus = Root + "DeviceStatus.json";
    public const string InkSystem = Root + "InkSystem.json";
    public const string MediaSystem = Root + "MediaSystem.json";
    public const string PrintheadsStatus = Root + "PrintheadsStatus.json";
    public const string PrinterMaintenance = Root + "PrinterMaintenance.json";
    public const string ActiveAlerts = Root + "Alerts.json/ActiveAlerts";
    public const string Discovery = Root + "Discovery.json";

    /// <summary>Exists on a DesignJet Z9; nobody has shown what is in it.</summary>
    public const string DeviceCounters = Root + "DeviceCounters";

    /// <summary>LEDM, which lies beside PIWS.</summary>
    public const string ProductUsage = "/DevMgmt/ProductUsageDyn.xml";

    private const string Root = "/LFPWebServices/PI/";

    public static IReadOnlyList<string> All { get; } =
        [DeviceStatus, InkSystem, MediaSystem, PrintheadsStatus, PrinterMaintenance, ActiveAlerts, Discovery, DeviceCounters, ProductUsage];
}
