using System.Globalization;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Protocols.Ipp.Messages;

namespace SmartTracker.PrinterReaders.Ipp;

/// <summary>The printer's state and the reasons for it (RFC 8011 §5.4.11 and §5.4.12), each with its severity as suffix.</summary>
internal sealed class IppReasons(IReadOnlyList<IppAttribute> printer)
{
    private const int Idle = 3;
    private const int Processing = 4;
    private const int Stopped = 5;

    private static readonly (string Suffix, AlertSeverity Severity)[] Severities =
        [("-report", AlertSeverity.Information), ("-warning", AlertSeverity.Warning), ("-error", AlertSeverity.Critical)];

    /// <summary>Power states of PWG 5100.22, which printers name as reasons.</summary>
    private static readonly string[] Asleep = ["standby", "suspend", "hibernate", "resuming", "power-up", "power-down"];

    private readonly int? _state = printer.Integer("printer-state");

    private readonly IReadOnlyList<string> _reasons = [.. printer.Texts("printer-state-reasons").Where(reason => reason is not ("none" or ""))];

    public PrinterCondition Condition => _state switch
    {
        Stopped => PrinterCondition.Stopped,
        Idle when _reasons.Any(reason => Asleep.Contains(WithoutSeverity(reason))) => PrinterCondition.Sleeping,
        Idle when Alerts.Any(alert => alert.Severity is AlertSeverity.Warning or AlertSeverity.Critical) => PrinterCondition.Warning,
        Idle => PrinterCondition.Idle,
        Processing => PrinterCondition.Printing,
        _ => PrinterCondition.Unknown,
    };

    public string? Raw
    {
        get
        {
            var state = _state switch { null => null, Idle => "idle", Processing => "processing", Stopped => "stopped", { } other => other.ToString(CultureInfo.InvariantCulture) };
            return string.Join('/', new[] { state }.Concat(_reasons.Take(10)).OfType<string>()) is { Length: > 0 } words ? words : null;
        }
    }

    /// <summary>A reason is a keyword and no sentence: its words are the text, its severity is told apart.</summary>
    public IReadOnlyList<ObservedAlert> Alerts =>
        [.. _reasons.Select(reason => new ObservedAlert(reason, SeverityOf(reason), WithoutSeverity(reason).Replace('-', ' ')))];

    private static AlertSeverity SeverityOf(string reason) =>
        Array.Find(Severities, severity => reason.EndsWith(severity.Suffix, StringComparison.Ordinal)).Severity;

    private static string WithoutSeverity(string reason) =>
        Array.Find(Severities, severity => reason.EndsWith(severity.Suffix, StringComparison.Ordinal)) is { Suffix: { } suffix } ? reason[..^suffix.Length] : reason;
}
