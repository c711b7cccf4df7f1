using System.Net;
using CsCheck;
using SmartTracker.PrinterReaders;
using SmartTracker.PrinterReaders.Discovery;
using SmartTracker.Printers.Domain.Discovery;
using SmartTracker.Protocols.Http.Networks;

namespace SmartTracker.Printers.Tests;

public class DiscoveryTests
{
    private static readonly int[] Usual = [443, 631];

    [Theory]
    [InlineData("10.20.4.0/29", 6)]
    [InlineData("10.20.4.0/24", 254)]
    [InlineData("10.20.0.0/16", 65_534)]
    [InlineData("10.20.4.32/32", 1)]
    [InlineData("10.20.4.32/31", 2)]
    [InlineData("fd00::/120", 256)]
    [InlineData("fd00::/64", long.MaxValue)]
    public void A_network_has_so_many_addresses_of_devices(string network, long count) => Assert.Equal(count, Sweep.CountOf(IPNetwork.Parse(network)));

    [Fact]
    public void Every_address_is_asked_once_at_the_ports_that_the_operator_allows()
    {
        var targets = Sweep.Of([AllowedNetwork.Parse("10.20.4.0/30"), AllowedNetwork.Parse("10.20.4.1"), AllowedNetwork.Parse("127.0.0.1:9001,9002")], Usual).ToList();
        Assert.Equal(
            ["10.20.4.1:443", "10.20.4.1:631", "10.20.4.2:443", "10.20.4.2:631", "127.0.0.1:9001", "127.0.0.1:9002"],
            targets.Select(target => $"{target.Address}:{target.Port}"));
    }

    [Fact]
    public void A_part_counts_only_where_it_lies_in_an_allowed_network()
    {
        AllowedNetwork[] allowed = [AllowedNetwork.Parse("10.20.0.0/16"), AllowedNetwork.Parse("10.30.4.0/24:8443")];
        Assert.Equal("10.20.4.0/24", Assert.Single(Sweep.Within(allowed, IPNetwork.Parse("10.20.4.0/24"))).Written);
        Assert.Equal("10.30.4.128/25:8443", Assert.Single(Sweep.Within(allowed, IPNetwork.Parse("10.30.4.128/25"))).Written);
        Assert.Empty(Sweep.Within(allowed, IPNetwork.Parse("10.0.0.0/8")));
        Assert.Empty(Sweep.Within(allowed, IPNetwork.Parse("10.21.0.0/24")));
    }

    [Fact]
    public void One_device_that_answers_in_three_ways_is_one_and_is_read_in_the_best()
    {
        var candidate = Assert.Single(Candidates.Of(
            [
                Found("snmp://10.0.0.1:161/", "none", null, mac: "AABBCCDDEEFF"),
                Found("ipps://10.0.0.1:631/ipp/print", "ipp", "c1b2d3e4-0000-4000-8000-000000000001"),
                Found("https://10.0.0.1/", "piws", "SN1"),
            ],
            []));
        Assert.Equal(("piws", "SN1", "AABBCCDDEEFF", CandidateStanding.New), (candidate.Protocol, candidate.Identity.SerialNumber, candidate.MacAddress, candidate.Standing));
        Assert.Equal(["piws", "ipp", "none"], candidate.Ways);
    }

    [Fact]
    public void One_device_at_two_addresses_is_one_and_two_devices_at_one_host_are_two()
    {
        Assert.Single(Candidates.Of([Found("https://10.0.0.1/", "piws", "SN1"), Found("ipps://10.0.0.2:631/ipp/print", "ipp", "sn1")], []));
        Assert.Single(Candidates.Of([Found("https://10.0.0.1/", "piws", null, "AABBCCDDEEFF"), Found("https://10.0.0.2/", "piws", null, "AABBCCDDEEFF")], []));
        Assert.Equal(2, Candidates.Of([Found("https://10.0.0.1:9001/", "piws", "SN1"), Found("https://10.0.0.1:9002/", "piws", "SN2")], []).Count);
        Assert.Equal(2, Candidates.Of([Found("https://10.0.0.1:9001/", "piws", null), Found("https://10.0.0.1:9002/", "piws", null)], []).Count);
    }

    [Fact]
    public void What_is_registered_is_recognised_by_serial_number_MAC_address_or_place()
    {
        var printer = Make.Printer();
        printer.Remember("AABBCCDDEEFF");
        Assert.Equal(CandidateStanding.Registered, Standing(Found("https://10.20.4.32/", "piws", Make.Serial)));
        Assert.Equal(CandidateStanding.Elsewhere, Standing(Found("https://10.20.4.99/", "piws", Make.Serial.ToLowerInvariant())));
        Assert.Equal(CandidateStanding.Elsewhere, Standing(Found("https://10.20.4.99/", "piws", null, "AABBCCDDEEFF")));
        Assert.Equal(CandidateStanding.Registered, Standing(Found("https://10.20.4.32/", "piws", null)));
        Assert.Equal(CandidateStanding.OtherDevice, Standing(Found("https://10.20.4.32/", "piws", "SOMEBODY")));
        Assert.Equal(CandidateStanding.New, Standing(Found("https://10.20.4.33/", "piws", "SOMEBODY")));

        CandidateStanding Standing(FoundPrinter found) => Assert.Single(Candidates.Of([found], [printer])).Standing;
    }

    [Fact]
    public void The_order_of_answers_does_not_matter()
    {
        FoundPrinter[] found =
        [
            Found("https://10.0.0.1/", "piws", "SN1"), Found("ipps://10.0.0.1:631/ipp/print", "ipp", "SN1"), Found("snmp://10.0.0.1:161/", "none", null),
            Found("https://10.0.0.2/", "piws", "SN2"), Found("ipps://10.0.0.3:631/ipp/print", "ipp", "SN3"),
        ];
        var expected = Places(found);
        Gen.Shuffle(found).Sample(shuffled => Assert.Equal(expected, Places(shuffled)));

        static string Places(IEnumerable<FoundPrinter> answers) => string.Join(' ', Candidates.Of(answers, []).Select(candidate => candidate.Address));
    }

    private static FoundPrinter Found(string address, string protocol, string? serial, string? mac = null) =>
        new(new Uri(address), protocol, new PrinterIdentity(serial, "Model", null, null, null, null)) { MacAddress = mac };
}
