using System.Net;
using SmartTracker.PrinterReaders.Discovery;
using SmartTracker.PrinterReaders.Ews;
using SmartTracker.PrinterSimulator;
using SmartTracker.PrinterSimulator.Plan;

namespace SmartTracker.PrinterReaders.Tests.Discovery;

/// <summary>A search asks each address in the ways that it knows; the first that says what a printer is counts.</summary>
public sealed class ReaderProbeTests
{
    private static readonly ReaderProbe[] Probes = [ReaderProbe.Piws(Make.Reader), ReaderProbe.Ews(new EwsReader(TimeProvider.System))];

    [Fact]
    public async Task A_printer_with_the_accounting_page_and_without_PIWS_is_found_with_its_serial_number()
    {
        var found = await FindAsync(new EwsPlan { SpeaksPiws = false, Export = EwsExport.Xls });
        Assert.NotNull(found);
        Assert.Equal(("ews", true), (found.Protocol, found.Identity.SerialNumber is { Length: > 0 }));
        Assert.NotNull(found.Certificate);
    }

    [Fact]
    public async Task One_that_sleeps_or_has_only_the_page_is_found_too()
    {
        Assert.Equal("ews", (await FindAsync(new EwsPlan { SpeaksPiws = false, IsAsleep = true }))?.Protocol);
        Assert.Equal("ews", (await FindAsync(new EwsPlan { SpeaksPiws = false, Export = null }))?.Protocol);
    }

    [Fact]
    public async Task PIWS_says_more_where_both_are_there() => Assert.Equal("piws", (await FindAsync(new EwsPlan()))?.Protocol);

    [Fact]
    public async Task Another_device_of_the_maker_that_knows_no_accounting_is_not_taken_for_one() =>
        Assert.Null(await FindAsync(new EwsPlan { SpeaksPiws = false, Export = null, HasPage = false }));

    private static async Task<FoundPrinter?> FindAsync(EwsPlan ews)
    {
        var plan = FleetPlan.Create(1, Make.Options(jobs: 5)).Printers[0] with { Ews = ews };
        await using var printer = await SimulatedPrinter.StartAsync(plan, TimeProvider.System, CancellationToken.None);
        var endpoint = new IPEndPoint(IPAddress.Loopback, printer.Address.Port);
        foreach (var probe in Probes)
        {
            if (await probe.ProbeAsync(new ProbeTarget(endpoint, endpoint.Equals, TimeSpan.FromSeconds(30)), CancellationToken.None) is { } found)
                return found;
        }

        return null;
    }
}
