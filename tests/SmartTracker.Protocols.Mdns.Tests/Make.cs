using System.Net;
using SmartTracker.Protocols.Mdns.Dns;

namespace SmartTracker.Protocols.Mdns.Tests;

internal static class Make
{
    public static readonly DnsName Ipp = DnsName.Parse("_ipp._tcp.local");

    /// <summary>What avahi answered for a printer of ippeveprinter on this machine, with compressed names; the printer's name is ours.</summary>
    public static readonly byte[] Avahi = Convert.FromHexString(
        "123484000004000a00000000045f697070045f746370056c6f63616c00000c8001055f69707073c011000c8001085f7072696e746572c011000c80010f5f70646c2d6461746173747265616dc011" +
        "000c8001c02d000c00010000000a000d0a506c6f74746572204547c02dc05e001000010000000a000100c05e002100010000000a00130000000000000a706c6f747465722d6567c016c08a001c0001" +
        "0000000a001000000000000000000000000000000001c08a000100010000000a00047f000001c021000c00010000000a000d0a506c6f74746572204547c021c0cf001000010000000a00ad0c72703d" +
        "6970702f7072696e741274793d4578616d706c65205072696e7465722161646d696e75726c3d68747470733a2f2f6c6f63616c686f73743a32383633312f056e6f74653d0e70646c3d746578742f70" +
        "6c61696e07436f6c6f723d46084475706c65783d4629555549443d30343164396532362d643665322d336434352d353263302d38656134666566613233326607544c533d312e320974787476657273" +
        "3d310871746f74616c3d31c0cf002100010000000a0008000000006fd7c08ac00c000c00010000000a000d0a506c6f74746572204547c00cc1b5002100010000000a0008000000006fd7c08a");

    /// <summary>All about one printer.</summary>
    public static IReadOnlyList<DnsRecord> Plotter(string name = "Plotter 2. OG", int port = 631)
    {
        var instance = new DnsName([name, .. Ipp.Labels]);
        var host = DnsName.Parse("plotter2.local");
        return
        [
            new DnsPointer(Ipp, 120, instance),
            new DnsService(instance, 120, port, host),
            new DnsText(instance, 120, ["ty=Simulated Plotter", "rp=ipp/print", "UUID=1234", "TY=twice", "flag", "=nothing"]),
            new DnsAddress(host, 120, IPAddress.Parse("192.0.2.7")),
            new DnsAddress(host, 120, IPAddress.Parse("2001:db8::7")),
        ];
    }

    public static DnsMessage Answer(IEnumerable<DnsRecord> records) => new(7, true, [], [.. records]);
}
