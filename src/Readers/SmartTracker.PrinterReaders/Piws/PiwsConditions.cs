using SmartTracker.PrinterReaders.State;
using SmartTracker.Protocols.Piws.State;

namespace SmartTracker.PrinterReaders.Piws;

/// <summary>The device's words for its condition. Captured: WithAlerts, Warning, and the names of its activities; Ready, Error and Informative are named by clients.</summary>
internal static class PiwsConditions
{
    public static PrinterCondition Of(PiwsStatus? status) => status switch
    {
        { StatusSeverity: "Error" } => PrinterCondition.Stopped,
        { Activity: "Processing" or "PreparingToPrint" or "Printing" or "Drying" or "TerminatingPrint" or "CancellingPrint" } => PrinterCondition.Printing,
        { StatusSeverity: "Warning" } => PrinterCondition.Warning,
        { Activity: "DeviceMaintenance" or "DeviceReshiping" or "DeviceOptimizing" or "Upgrade" or "CheckingPrinter" } => PrinterCondition.Sleeping,
        { MostRelevantStatus: "Ready" } or { Activity: "NoActivity" } => PrinterCondition.Idle,
        _ => PrinterCondition.Unknown,
    };

    public static string? Raw(PiwsStatus? status) =>
        string.Join('/', new[] { status?.MostRelevantStatus, status?.StatusSeverity, status?.Activity }.OfType<string>()) is { Length: > 0 } words ? words : null;

    public static ObservedAlert Alert(PiwsAlert alert) =>
        new(alert.FullName ?? alert.Name, Severity(alert.Severity), alert.Description ?? alert.Name ?? alert.FullName ?? "?");

    public static AlertSeverity Severity(string? word) => word?.ToUpperInvariant() switch
    {
        "INFORMATIVE" or "INFORMATION" => AlertSeverity.Information,
        "WARNING" => AlertSeverity.Warning,
        "ERROR" or "CRITICAL" => AlertSeverity.Critical,
        _ => AlertSeverity.Unknown,
    };
}
