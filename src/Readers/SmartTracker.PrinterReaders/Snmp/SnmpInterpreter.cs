using System.Globalization;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Protocols.Snmp;
using SmartTracker.Protocols.Snmp.Codec;
using SmartTracker.Protocols.Snmp.Messages;

namespace SmartTracker.PrinterReaders.Snmp;

/// <summary>Reads archived walks: the last one of each subtree counts.</summary>
internal sealed class SnmpInterpreter
{
    private const uint DeviceType = 2;
    private const uint DeviceDescription = 3;
    private const uint PrinterName = 16;
    private const uint SerialNumber = 17;

    private readonly Dictionary<Oid, IReadOnlyList<SnmpVarbind>> _subtrees = [];
    private readonly ProblemList _problems = new([]);
    private DateTimeOffset _systemAt;
    private ReaderFailure? _failure;

    private SnmpInterpreter(IReadOnlyList<RawAnswer> answers)
    {
        foreach (var answer in answers)
        {
            if (answer.Status != SnmpPaths.Whole || !SnmpPaths.TryRoot(answer.Path, out var root))
                continue;
            var (varbinds, defect) = SnmpVarbinds.Decode(answer.Body);
            _subtrees[root.Value] = varbinds;
            if (root == SnmpNames.System)
                _systemAt = answer.ReceivedAt;
            if (defect is not null)
                _problems.Add(null, answer.Path, ObservationProblemCode.NotUnderstood, defect);
            if (defect is not null || !answer.IsWhole)
                _failure ??= new ReaderFailure(ReaderFailureCode.HalfDocument, answer.Body.Length.ToString(CultureInfo.InvariantCulture), answer.Path);
        }
    }

    public static PrinterState Interpret(IReadOnlyList<RawAnswer> answers)
    {
        var interpreter = new SnmpInterpreter(answers);
        return interpreter._subtrees.Count == 0 ? new PrinterState() : interpreter.State();
    }

    private PrinterState State()
    {
        var (devices, printers) = (Table(SnmpNames.HrDevices), Table(SnmpNames.HrPrinters));
        // Other devices of the host stand in the same table.
        var device = devices.Rows.FirstOrDefault(row => row.Value(DeviceType) is SnmpOid { Value: var type } && type == SnmpNames.HrDevicePrinter);
        var printer = device is null ? printers.Rows.FirstOrDefault() : printers.Find(device.Index);
        var condition = new SnmpCondition(device ?? (printer is null ? null : devices.Find(printer.Index)), printer);
        var upTime = (Single(SnmpNames.System, SnmpNames.SysUpTime) as SnmpInteger)?.Value;
        var time = Single(SnmpNames.HrSystem, SnmpNames.HrSystemDate) is SnmpOctets octets ? SnmpDateTime.Read(octets.Octets.Span) : null;
        return new PrinterState
        {
            Identity = Identity(device),
            Condition = condition.Condition,
            RawCondition = condition.Raw,
            DeviceTime = time?.Instant,
            DeviceTimeHasOffset = time?.Offset is not null,
            UpTime = upTime is { } ticks ? TimeSpan.FromMilliseconds(ticks * 10.0) : null,
            Alerts = SnmpAlerts.Read(Table(SnmpNames.Alerts), upTime, _systemAt),
            Consumables = new SnmpSupplies(Table(SnmpNames.Supplies), Table(SnmpNames.Colorants), _problems).Read(),
            Media = SnmpInputs.Read(Table(SnmpNames.Inputs)),
            Meters = [.. SnmpMeters.OfMarkers(Table(SnmpNames.Markers), _problems), .. SnmpMeters.OfHpInk(Subtree(SnmpNames.HpInkUsed))],
            Problems = _problems.List,
            Failure = _failure,
        };
    }

    private PrinterIdentity? Identity(SnmpRow? device)
    {
        var general = Table(SnmpNames.General).Rows.FirstOrDefault();
        var serial = general?.Text(SerialNumber) ?? SnmpRow.TextOf(Single(SnmpNames.HpSerial, SnmpNames.HpSerial.Append(0)));
        var name = general?.Text(PrinterName) ?? SnmpRow.TextOf(Single(SnmpNames.System, SnmpNames.SysName));
        var model = device?.Text(DeviceDescription);
        return serial is null && name is null && model is null ? null : new PrinterIdentity(serial, model, null, null, name, null);
    }

    private IReadOnlyList<SnmpVarbind> Subtree(Oid root) => _subtrees.GetValueOrDefault(root) ?? [];

    private SnmpTable Table(Oid entry) => new(entry, Subtree(entry));

    private SnmpValue? Single(Oid root, Oid name) => Subtree(root).FirstOrDefault(varbind => varbind.Name == name)?.Value;
}
