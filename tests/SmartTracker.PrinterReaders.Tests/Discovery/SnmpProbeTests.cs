using System.Net;
using SmartTracker.PrinterReaders.Discovery;
using SmartTracker.PrinterReaders.State;
using SmartTracker.PrinterReaders.Tests.Snmp;
using SmartTracker.SnmpPeers;

namespace SmartTracker.PrinterReaders.Tests.Discovery;

/// <summary>Who answers SNMP, and what it is.</summary>
public sealed class SnmpProbeTests
{
    [Fact]
    public async Task A_printer_says_what_it_is()
    {
        await using var plotter = SnmpAgent.Of(new SnmpObjects(Devices.Varbinds("plotter")));
        var found = await Probe(plotter.Port).AskAsync(IPAddress.Loopback, CancellationToken.None);
        Assert.Equivalent(new FoundDevice
        {
            Address = IPAddress.Loopback,
            Source = DiscoverySource.Snmp,
            IsPrinter = true,
            Name = "Plotter EG",
            Model = "Simulated DesignJet 36in",
            SerialNumber = "SIM0000042",
            HardwareAddress = "00:02:A5:AB:CD:EF",
            Description = "HP ETHERNET MULTI-ENVIRONMENT,ROM none,JETDIRECT,JD999,EEPROM V.00.00",
            ObjectId = "1.3.6.1.4.1.11.2.3.9.1",
            Snmp = SnmpMake.Access,
        }, found, strict: true);
    }

    [Theory]
    [InlineData(SnmpVersion.V1)]
    [InlineData(SnmpVersion.V2c)]
    public async Task An_interface_without_a_hardware_address_is_passed_over(SnmpVersion version)
    {
        await using var office = SnmpAgent.Of(new SnmpObjects(Devices.Varbinds("office")));
        var found = await Probe(office.Port, SnmpMake.Access with { Version = version }).AskAsync(IPAddress.Loopback, CancellationToken.None);
        Assert.Equal(("00:02:A5:00:00:01", "SIMB000007", "Simulated Laser C"), (found!.HardwareAddress, found.SerialNumber, found.Model));
    }

    [Fact]
    public async Task Something_else_that_speaks_SNMP_is_found_but_no_printer()
    {
        // The real snmpd as what it is: a computer.
        await using var computer = await Snmpd.StartAsync(["rocommunity public 127.0.0.1", "createUser reader SHA-256 authpass123 AES privpass123", "rouser reader priv"]);
        var found = await Probe(computer.Port).AskAsync(IPAddress.Loopback, CancellationToken.None);
        Assert.Equal((false, null, null), (found!.IsPrinter, found.SerialNumber, found.Model));
        Assert.NotNull(found.Description);

        // One that refuses us is there all the same, and the access that it takes is found among several.
        var wrong = SnmpMake.V3 with { AuthenticationSecret = "another123" };
        Assert.Equal(ReaderFailureCode.PasswordRefused, (await Probe(computer.Port, wrong).AskAsync(IPAddress.Loopback, CancellationToken.None))!.Failure!.Code);
        Assert.Equal(SnmpMake.V3, (await Probe(computer.Port, SnmpMake.Access with { Community = "other" }, wrong, SnmpMake.V3).AskAsync(IPAddress.Loopback, CancellationToken.None))!.Snmp);
    }

    [Fact]
    public async Task A_network_is_searched_with_bounded_concurrency_and_progress()
    {
        // 127.0.0.1 answers, its neighbours are closed or silent.
        await using var plotter = SnmpAgent.Of(new SnmpObjects(Devices.Varbinds("plotter")));
        var addresses = Enumerable.Range(1, 60).Select(last => new IPAddress([127, 0, 0, (byte)last])).ToList();
        var (now, most) = (0, 0);
        var options = Options(plotter.Port, SnmpMake.Access) with { Concurrency = 8 };
        var watched = options with
        {
            Allows = endpoint =>
            {
                most = Math.Max(most, Interlocked.Increment(ref now));
                Thread.Sleep(2);
                Interlocked.Decrement(ref now);
                return options.Allows(endpoint);
            },
        };
        var progress = new Reports();
        var found = await new SnmpProbe(watched, TimeProvider.System).SearchAsync(addresses, progress, CancellationToken.None).ToListAsync();
        Assert.Equal("SIM0000042", Assert.Single(found).SerialNumber);
        Assert.InRange(most, 1, 8);
        Assert.Equal(60, progress.All.Count);
        Assert.Equal(Enumerable.Range(1, 60), progress.All.Select(report => report.Asked).Order());
        Assert.All(progress.All, report => Assert.Equal(60, report.Total));
        Assert.Equal(1, progress.All.Max(report => report.Found));
    }

    [Fact]
    public async Task What_is_not_allowed_gets_no_packet()
    {
        await using var plotter = SnmpAgent.Of(new SnmpObjects(Devices.Varbinds("plotter")));
        var options = Options(plotter.Port, SnmpMake.Access) with { Allows = _ => false };
        Assert.Empty(await new SnmpProbe(options, TimeProvider.System).SearchAsync([IPAddress.Loopback], null, CancellationToken.None).ToListAsync());
        Assert.Equal(0, plotter.Received);
    }

    [Fact]
    public async Task A_search_can_be_left_and_cancelled()
    {
        await using var plotter = SnmpAgent.Of(new SnmpObjects(Devices.Varbinds("plotter")));
        await using var silent = new SnmpAgent((_, _) => []);
        await foreach (var found in Probe(plotter.Port).SearchAsync([IPAddress.Loopback, .. Enumerable.Range(2, 200).Select(last => new IPAddress([127, 0, 0, (byte)last]))], null, CancellationToken.None))
        {
            Assert.True(found.IsPrinter);
            break;
        }

        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var patient = new SnmpProbe(Options(silent.Port, SnmpMake.Access) with { Patience = TimeSpan.FromSeconds(20), Deadline = TimeSpan.FromSeconds(60) }, TimeProvider.System);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => patient.SearchAsync([IPAddress.Loopback], null, cancel.Token).ToListAsync().AsTask());
    }

    [Fact]
    public void The_same_device_met_twice_is_one()
    {
        var bySnmp = new FoundDevice { Address = IPAddress.Parse("192.0.2.1"), Source = DiscoverySource.Snmp, SerialNumber = "CN1", HardwareAddress = "00:02:A5:00:00:01", IsPrinter = true };
        var byMdns = new FoundDevice { Address = IPAddress.Parse("192.0.2.1"), Source = DiscoverySource.Mdns, Uuid = "u", Ports = [new FoundPort("ipps", 631, "ipp/print")] };
        Assert.True(bySnmp.IsSameAs(byMdns));
        Assert.True(bySnmp.IsSameAs(bySnmp with { Address = IPAddress.Parse("192.0.2.9"), SerialNumber = "cn1" }));
        Assert.True(bySnmp.IsSameAs(byMdns with { Address = IPAddress.Parse("192.0.2.9"), HardwareAddress = "00:02:a5:00:00:01" }));
        // Another device may have taken the address over.
        Assert.False(bySnmp.IsSameAs(bySnmp with { SerialNumber = "CN2" }));
        var both = bySnmp.With(byMdns);
        Assert.Equal(("CN1", "u", 1, true), (both.SerialNumber, both.Uuid, both.Ports.Count, both.IsPrinter));
    }

    private static SnmpProbe Probe(int port, params SnmpAccess[] accesses) => new(Options(port, accesses), TimeProvider.System);

    private static SnmpProbeOptions Options(int port, params SnmpAccess[] accesses) => new()
    {
        Allows = endpoint => IPAddress.IsLoopback(endpoint.Address) && endpoint.Port == port,
        Accesses = accesses.Length == 0 ? [SnmpMake.Access] : accesses,
        Port = port,
        Patience = TimeSpan.FromSeconds(1),
    };

    private sealed class Reports : IProgress<DiscoveryProgress>
    {
        public System.Collections.Concurrent.ConcurrentBag<DiscoveryProgress> All { get; } = [];

        public void Report(DiscoveryProgress value) => All.Add(value);
    }
}
