using SmartTracker.PrinterReaders.State;
using SmartTracker.Protocols.Snmp.Messages;

namespace SmartTracker.PrinterReaders.Snmp;

/// <summary>hrDeviceStatus, hrPrinterStatus and hrPrinterDetectedErrorState (RFC 2790, and RFC 3805 §2.2.13.2 on how they go together).</summary>
internal sealed class SnmpCondition(SnmpRow? device, SnmpRow? printer)
{
    private const uint DeviceStatus = 5;
    private const uint PrinterStatus = 1;
    private const uint DetectedErrors = 2;

    private const long Running = 2;
    private const long Warning = 3;
    private const long Down = 5;
    private const long Other = 1;
    private const long Idle = 3;
    private const long Printing = 4;
    private const long Warmup = 5;

    /// <summary>By their bits, the first one the highest.</summary>
    private static readonly string[] Errors =
    [
        "lowPaper", "noPaper", "lowToner", "noToner", "doorOpen", "jammed", "offline", "serviceRequested",
        "inputTrayMissing", "outputTrayMissing", "markerSupplyMissing", "outputNearFull", "outputFull", "inputTrayEmpty", "overduePreventMaint",
    ];

    /// <summary>Those with which RFC 2790 says that the device is down.</summary>
    private static readonly string[] Stopping = ["noPaper", "noToner", "doorOpen", "jammed", "offline"];

    private readonly long? _device = device?.Integer(DeviceStatus);
    private readonly long? _printer = printer?.Integer(PrinterStatus);
    private readonly IReadOnlyList<string> _errors = ErrorsIn(printer?.Value(DetectedErrors));

    public PrinterCondition Condition => (_device, _printer) switch
    {
        (Down, _) => PrinterCondition.Stopped,
        // One empty tray of several stops nothing, so the device's own judgement counts where it gives one.
        (not (Running or Warning), not Printing) when _errors.Intersect(Stopping).Any() => PrinterCondition.Stopped,
        (_, Printing) => PrinterCondition.Printing,
        (Warning, _) => PrinterCondition.Warning,
        _ when _errors.Count > 0 => PrinterCondition.Warning,
        (_, Warmup) or (Running, Other) => PrinterCondition.Sleeping,
        (_, Idle) => PrinterCondition.Idle,
        _ => PrinterCondition.Unknown,
    };

    /// <summary>In the standards' words, such as <c>warning, idle, lowToner</c>.</summary>
    public string? Raw
    {
        get
        {
            string?[] words =
            [
                _device switch { 2 => "running", 3 => "warning", 4 => "testing", 5 => "down", _ => null },
                _printer switch { 1 => "other", 3 => "idle", 4 => "printing", 5 => "warmup", _ => null },
                .. _errors,
            ];
            var said = string.Join(", ", words.OfType<string>());
            return said.Length == 0 ? null : said;
        }
    }

    private static IReadOnlyList<string> ErrorsIn(SnmpValue? value) => value is SnmpOctets octets
        ? [.. Errors.Where((_, bit) => bit / 8 < octets.Octets.Length && (octets.Octets.Span[bit / 8] & (0x80 >> (bit % 8))) != 0)]
        : [];
}
