using SmartTracker.PrinterReaders.State;
using SmartTracker.Protocols.Ledm.Documents;

namespace SmartTracker.PrinterReaders.Ledm;

/// <summary>The device's words for its condition and for how bad an alert is. <c>ready</c> is read by others on a Latex 570; the rest is inferred.</summary>
internal static class LedmWords
{
    private const string Ready = "ready";

    public static PrinterCondition Condition(LedmStatus status)
    {
        var worst = Alerts(status).Select(alert => alert.Severity).DefaultIfEmpty(AlertSeverity.Unknown).Max();
        var words = status.Categories.Select(category => category.ToUpperInvariant()).ToList();
        return worst switch
        {
            AlertSeverity.Critical => PrinterCondition.Stopped,
            _ when words.Contains("PROCESSING") || words.Contains("PRINTING") => PrinterCondition.Printing,
            _ when words.Contains("INPOWERSAVE") => PrinterCondition.Sleeping,
            AlertSeverity.Warning => PrinterCondition.Warning,
            _ when words.Contains("READY") => PrinterCondition.Idle,
            _ => PrinterCondition.Unknown,
        };
    }

    /// <summary>Without the one that says that there is none.</summary>
    public static IReadOnlyList<ObservedAlert> Alerts(LedmStatus status) =>
    [
        .. status.Alerts.Where(alert => alert.Id is not null && !alert.Id.Equals(Ready, StringComparison.OrdinalIgnoreCase)).Select(alert => new ObservedAlert(
            alert.Id, Severity(alert.Severity), string.Join(' ', new[] { alert.Id, alert.ConsumableType, alert.MarkerColor }.Where(word => !string.IsNullOrEmpty(word))))),
    ];

    private static AlertSeverity Severity(string? word) => word?.ToUpperInvariant() switch
    {
        "ERROR" or "CRITICAL" or "STRICTERROR" => AlertSeverity.Critical,
        "WARNING" or "STRICTWARNING" => AlertSeverity.Warning,
        "INFO" or "INFORMATION" => AlertSeverity.Information,
        _ => AlertSeverity.Unknown,
    };
}
