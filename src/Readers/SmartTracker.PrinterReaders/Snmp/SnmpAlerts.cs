using System.Globalization;
using SmartTracker.PrinterReaders.State;

namespace SmartTracker.PrinterReaders.Snmp;

/// <summary>prtAlertTable (RFC 3805 §2.2.13), worst first.</summary>
internal static class SnmpAlerts
{
    private const uint SeverityLevel = 2;
    private const uint Code = 7;
    private const uint Description = 8;
    private const uint Time = 9;
    private const int TicksPerSecond = 100;

    /// <param name="upTime">Hundredths of a second that the device counted by <paramref name="at"/>; alerts are stamped by the same counter.</param>
    public static IReadOnlyList<ObservedAlert> Read(SnmpTable alerts, long? upTime, DateTimeOffset at) =>
    [
        .. alerts.Rows.Select(row => Read(row, upTime, at)).OrderByDescending(alert => alert.Severity),
    ];

    private static ObservedAlert Read(SnmpRow row, long? upTime, DateTimeOffset at)
    {
        var code = row.Integer(Code)?.ToString(CultureInfo.InvariantCulture);
        var severity = row.Integer(SeverityLevel) switch
        {
            1 => AlertSeverity.Information,
            3 => AlertSeverity.Critical,
            4 or 5 => AlertSeverity.Warning,
            _ => AlertSeverity.Unknown,
        };
        // 0 is what agents say that do not know; more than the device counts is from before its counter began anew.
        DateTimeOffset? since = row.Integer(Time) is > 0 and var then && then <= upTime ? at.AddSeconds(-(double)(upTime.Value - then) / TicksPerSecond) : null;
        return new ObservedAlert(code, severity, row.Text(Description) ?? (code is null ? "?" : $"prtAlertCode {code}"), since);
    }
}
