using System.Net;
using CsCheck;
using SmartTracker.Protocols.Http.Networks;

namespace SmartTracker.Printers.Tests;

public class NetworkPolicyTests
{
    private static readonly string[] Everything = ["0.0.0.0/0", "::/0"];

    private static readonly string[] Refused =
    [
        // Loopback, in all its spellings.
        "127.0.0.1", "127.0.0.2", "127.255.255.254", "127.1.2.3", "::1", "::ffff:127.0.0.1", "::ffff:7f00:1", "::127.0.0.1", "::7f00:1",
        "2002:7f00:1::", "2002:7f00:0001::1", "2002:7fff:ffff::abcd", "64:ff9b::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::7f00:1",
        "::ffff:0:127.0.0.1", "fe80::5efe:127.0.0.1", "fd00::200:5efe:127.0.0.1", "2001:0:0:0:0:0:80ff:fffe",
        // This network.
        "0.0.0.0", "0.0.0.1", "0.1.2.3", "0.255.255.255", "::", "::ffff:0.0.0.0", "::ffff:0.1.2.3", "2002:0:0::", "64:ff9b::0.0.0.0",
        // Link-local, with the metadata service of many clouds.
        "169.254.0.1", "169.254.169.254", "169.254.255.255", "::ffff:169.254.169.254", "::ffff:a9fe:a9fe", "::a9fe:a9fe", "2002:a9fe:a9fe::",
        "64:ff9b::a9fe:a9fe", "64:ff9b:1:ffff::a9fe:a9fe", "::ffff:0:169.254.169.254", "fe80::1", "fe80::1%1", "fe80::a9fe:a9fe", "febf::1",
        // Carrier-grade NAT, with the metadata service of another cloud.
        "100.64.0.1", "100.100.100.200", "100.127.255.255", "::ffff:100.64.0.1", "2002:6440:1::", "64:ff9b::6464:64c8",
        // Protocol assignments, multicast, reserved, broadcast.
        "192.0.0.1", "192.0.0.192", "224.0.0.1", "239.255.255.250", "::ffff:224.0.0.251", "ff02::1", "ff02::fb", "ff0e::1", "240.0.0.1",
        "255.255.255.255", "::ffff:255.255.255.255", "64:ff9b::ffff:ffff", "fec0::1", "2002:e000:1::",
    ];

    public static TheoryData<string> RefusedAddresses => [.. Refused];

    [Theory, MemberData(nameof(RefusedAddresses))]
    public void A_special_address_is_refused_however_it_is_spelled_even_where_everything_is_listed(string spelling)
    {
        var policy = Policy(Everything);
        Assert.False(policy.Allows(IPAddress.Parse(spelling), 443));
    }

    [Theory]
    [InlineData("10.20.4.32", 443, true)]
    [InlineData("10.20.4.32", 80, true)]
    [InlineData("10.20.4.32", 631, true)]
    [InlineData("10.20.4.32", 161, true)]
    [InlineData("10.20.4.32", 22, false)]
    [InlineData("10.20.4.32", 5432, false)]
    [InlineData("10.20.255.255", 443, true)]
    [InlineData("10.21.0.0", 443, false)]
    [InlineData("::ffff:10.20.4.32", 443, true)]
    [InlineData("2002:0a14:0420::1", 443, true)]
    [InlineData("64:ff9b::10.20.4.32", 443, true)]
    [InlineData("64:ff9b::10.21.4.32", 443, false)]
    public void A_listed_network_is_allowed_at_the_usual_ports(string address, int port, bool allowed) =>
        Assert.Equal(allowed, Policy("10.20.0.0/16").Allows(IPAddress.Parse(address), port));

    [Theory]
    [InlineData("127.0.0.1:9001", "127.0.0.1", 9001, true)]
    [InlineData("127.0.0.1:9001", "::ffff:127.0.0.1", 9001, true)]
    [InlineData("127.0.0.1:9001", "127.0.0.1", 443, false)]
    [InlineData("127.0.0.1:9001", "127.0.0.2", 9001, false)]
    [InlineData("127.0.0.0/8", "127.0.0.1", 443, false)]
    [InlineData("127.0.0.0/8:443", "127.0.0.1", 443, true)]
    [InlineData("126.0.0.0/7:443", "127.0.0.1", 443, false)]
    [InlineData("[::1]:9001", "::1", 9001, true)]
    [InlineData("[::1]:9001", "127.0.0.1", 9001, false)]
    [InlineData("::1/128:9001,9002", "::1", 9002, true)]
    [InlineData("::1", "::1", 443, false)]
    public void Loopback_needs_an_entry_with_network_and_port(string entry, string address, int port, bool allowed) =>
        Assert.Equal(allowed, Policy(entry).Allows(IPAddress.Parse(address), port));

    [Theory]
    [InlineData("169.254.10.0/24", "169.254.10.7", true)]
    [InlineData("169.254.10.0/24", "169.254.169.254", false)]
    [InlineData("169.0.0.0/8", "169.254.10.7", false)]
    [InlineData("100.64.0.0/10", "100.100.1.1", true)]
    [InlineData("100.0.0.0/8", "100.100.1.1", false)]
    [InlineData("fe80::/10", "fe80::12", true)]
    [InlineData("fe00::/8", "fe80::12", false)]
    public void Other_special_ranges_need_an_entry_that_lies_in_them(string entry, string address, bool allowed) =>
        Assert.Equal(allowed, Policy(entry).Allows(IPAddress.Parse(address), 443));

    [Fact]
    public void Nothing_is_allowed_where_nothing_is_listed() =>
        Gen.Select(Gen.Byte.Array[4], Gen.Int[1, 65535]).Sample((bytes, port) => !Policy().Allows(new IPAddress(bytes), port));

    [Fact]
    public void Every_spelling_of_an_IPv4_address_inside_IPv6_is_judged_like_the_address_itself() =>
        Gen.Select(Gen.Byte.Array[4], Gen.Int[0, 3].Select(i => new[] { 80, 443, 8080, 9100 }[i])).Sample((bytes, port) =>
        {
            var policy = Policy("10.0.0.0/8", "192.168.0.0/16:8080", "127.0.0.0/8:9100", "100.64.0.0/10");
            var plain = policy.Allows(new IPAddress(bytes), port);
            return Spellings(bytes).All(spelling => policy.Allows(spelling, port) == plain);
        });

    [Theory]
    [InlineData("10.20.0.0/16", 16, null)]
    [InlineData(" 10.20.0.0/16:443,8443 ", 16, 443)]
    [InlineData("10.20.4.32", 32, null)]
    [InlineData("10.20.4.32:8443", 32, 8443)]
    [InlineData("fd00::/8", 8, null)]
    [InlineData("fd00::/8:443", 8, 443)]
    [InlineData("[fd00::1]:443", 128, 443)]
    [InlineData("[fd00::]/8:443", 8, 443)]
    [InlineData("fd00::1", 128, null)]
    public void An_entry_is_a_network_with_or_without_ports(string entry, int prefixLength, int? port)
    {
        var network = AllowedNetwork.Parse(entry);
        Assert.Equal(prefixLength, network.Network.PrefixLength);
        Assert.Equal(port, network.Ports?.First());
    }

    [Theory]
    [InlineData("")]
    [InlineData("plotter.example")]
    [InlineData("10.20.0.0/33")]
    [InlineData("10.20")]
    [InlineData("0x7f.1:443")]
    [InlineData("10.20.0.0/16:")]
    [InlineData("10.20.0.0/16:0")]
    [InlineData("10.20.0.0/16:65536")]
    [InlineData("10.20.0.0/16:443;80")]
    [InlineData("10.20.0.0/16:-1")]
    [InlineData("[fd00::1:443")]
    [InlineData("https://10.20.0.0/16")]
    public void An_entry_that_is_no_network_is_named(string entry) =>
        Assert.Contains($"'{entry}'", Assert.Throws<FormatException>(() => AllowedNetwork.Parse(entry)).Message, StringComparison.Ordinal);

    private static NetworkPolicy Policy(params string[] entries) => new([.. entries.Select(AllowedNetwork.Parse)]);

    private static IEnumerable<IPAddress> Spellings(byte[] v4)
    {
        yield return new IPAddress(v4).MapToIPv6();
        yield return new IPAddress((byte[])[0x20, 0x02, .. v4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
        yield return new IPAddress((byte[])[0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, .. v4]);
        yield return new IPAddress((byte[])[0, 0x64, 0xff, 0x9b, 0, 1, 0, 7, 0, 0, 0, 0, .. v4]);
        yield return new IPAddress((byte[])[0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0, .. v4]);
        yield return new IPAddress((byte[])[0xfd, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x5e, 0xfe, .. v4]);
        yield return new IPAddress((byte[])[0x20, 0x01, 0, 0, 9, 9, 9, 9, 0, 0, 0, 0, .. v4.Select(part => (byte)(part ^ 0xff))]);
    }
}
