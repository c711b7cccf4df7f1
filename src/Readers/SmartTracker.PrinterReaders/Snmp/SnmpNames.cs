using SmartTracker.Protocols.Snmp;

namespace SmartTracker.PrinterReaders.Snmp;

/// <summary>Where printers keep what is read here.</summary>
internal static class SnmpNames
{
    /// <summary>RFC 3418.</summary>
    public static readonly Oid System = Oid.Parse("1.3.6.1.2.1.1");

    public static readonly Oid SysDescr = System.Append(1, 0);
    public static readonly Oid SysObjectId = System.Append(2, 0);
    public static readonly Oid SysUpTime = System.Append(3, 0);
    public static readonly Oid SysName = System.Append(5, 0);

    /// <summary>Hardware addresses of the network cards (RFC 2863).</summary>
    public static readonly Oid IfPhysAddress = Oid.Parse("1.3.6.1.2.1.2.2.1.6");

    /// <summary>RFC 2790, as the next three.</summary>
    public static readonly Oid HrSystem = Oid.Parse("1.3.6.1.2.1.25.1");

    public static readonly Oid HrSystemDate = HrSystem.Append(2, 0);
    public static readonly Oid HrDevices = Oid.Parse("1.3.6.1.2.1.25.3.2.1");
    public static readonly Oid HrPrinters = Oid.Parse("1.3.6.1.2.1.25.3.5.1");

    /// <summary>A device of type printer, as hrDeviceType says it.</summary>
    public static readonly Oid HrDevicePrinter = Oid.Parse("1.3.6.1.2.1.25.3.1.5");

    /// <summary>RFC 3805, as the next ones: entries, whose first further number is the column.</summary>
    public static readonly Oid General = Oid.Parse("1.3.6.1.2.1.43.5.1.1");

    public static readonly Oid Inputs = Oid.Parse("1.3.6.1.2.1.43.8.2.1");
    public static readonly Oid Markers = Oid.Parse("1.3.6.1.2.1.43.10.2.1");
    public static readonly Oid Supplies = Oid.Parse("1.3.6.1.2.1.43.11.1.1");
    public static readonly Oid Colorants = Oid.Parse("1.3.6.1.2.1.43.12.1.1");
    public static readonly Oid Alerts = Oid.Parse("1.3.6.1.2.1.43.18.1.1");

    /// <summary>HP's number among makers.</summary>
    public static readonly Oid Hp = Oid.Parse("1.3.6.1.4.1.11");

    /// <summary>Serial number, as a DesignJet T770 has it where RFC 3805's is empty.</summary>
    public static readonly Oid HpSerial = Hp.Append(2, 3, 9, 4, 2, 1, 1, 3, 3);

    /// <summary>Ink used in the device's life, a number for each channel (T770). Neither channel nor unit is said by the device.</summary>
    public static readonly Oid HpInkUsed = Hp.Append(2, 3, 9, 4, 2, 1, 4, 1, 5, 6, 3);

    /// <summary>Walked at every visit, in this order.</summary>
    public static IReadOnlyList<Oid> Always { get; } = [System, HrSystem, HrDevices, HrPrinters, General, Inputs, Markers, Supplies, Colorants, Alerts];

    /// <summary>Walked where <see cref="SysObjectId"/> says HP.</summary>
    public static IReadOnlyList<Oid> OfHp { get; } = [HpSerial, HpInkUsed];
}
