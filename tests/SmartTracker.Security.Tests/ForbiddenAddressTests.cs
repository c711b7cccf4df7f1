using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.PrinterReaders;
using SmartTracker.PrinterReaders.Piws;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Domain;
using SmartTracker.TestHost;

namespace SmartTracker.Security.Tests;

/// <summary>An operator who allows the whole internet has not allowed this machine, its cloud's metadata service or anything else special,
/// however somebody spells it. A canary listens on every address of this machine.</summary>
public sealed class ForbiddenAddressTests
{
    private static readonly string[] Forbidden =
        ["127.0.0.1", "127.1.2.3", "127.255.255.254", "0.0.0.0", "0.1.2.3", "169.254.169.254", "169.254.0.1", "100.100.100.200", "192.0.0.192", "224.0.0.251", "255.255.255.255"];

    private static readonly string[] Others =
    [
        "localhost", "LOCALHOST", "localhost.", "LocalHost.", "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ", "ｌｏｃａｌｈｏｓｔ", "loc%61lhost", "ip6-localhost", "ip6-loopback",
        "[::1]", "[0:0:0:0:0:0:0:1]", "[0000:0000:0000:0000:0000:0000:0000:0001]", "[::0001]", "[::1%251]", "[::]", "[0::0]", "[fe80::1]", "[FE80::1%251]", "[febf::1]", "[fec0::1]",
        "[ff02::1]", "[ff0e::fb]", "[::ffff:0:0]", "[64:ff9b:1::7f00:1]", "[2001:0:0:0:0:0:80ff:fffe]", "[fe80::5efe:127.0.0.1]", "[fd00::200:5efe:127.0.0.1]",
        "127.1", "127.0.1", "0x7f.1", "0177.1", "0", "0x0", "00", "127.0.0.1:80@127.0.0.1", "plotter.example@127.0.0.1", "plotter.example#@127.0.0.1", "127.0.0.1\\@plotter.example",
        "127。0。0。1", "127．0．0．1", "①②⑦.⓪.⓪.①", "１２７.０.０.１", "%31%32%37.0.0.1", "127.0.0.1%00", "127.0.0.1%2f", " 127.0.0.1 ", "127.0.0.1\t", "//127.0.0.1", "https://127.0.0.1",
    ];

    [Fact]
    public async Task No_spelling_of_a_forbidden_address_gets_a_single_connection()
    {
        using var canary = new TcpListener(IPAddress.IPv6Any, 0);
        canary.Server.DualMode = true;
        canary.Start();
        var port = ((IPEndPoint)canary.LocalEndpoint).Port;
        await using var host = await RunningHost.StartAsync(DatabaseEngine.Sqlite, new Dictionary<string, string?>
        {
            ["SmartTracker:Network:Allow:0"] = $"0.0.0.0/0:{port}",
            ["SmartTracker:Network:Allow:1"] = $"[::]/0:{port}",
        });
        await host.CreateTenantAsync(Tenant.DefaultName, """[{"name":"feature","enable":["SmartTracker.Printers"]}]""");

        var spellings = Forbidden.SelectMany(SpellingsOf).Concat(Others).Distinct().ToList();
        Assert.True(spellings.Count >= 200, $"{spellings.Count}");
        var judged = 0;
        await host.InTenantAsync(Tenant.DefaultName, async services =>
        {
            var network = services.GetRequiredService<IPrinterNetwork>();
            // The setting does allow what is not special.
            Assert.True(network.Allows(new IPEndPoint(IPAddress.Parse("198.51.100.7"), port)));
            foreach (var spelling in spellings)
            {
                if (!PrinterAddress.TryParse($"{spelling.TrimEnd()}:{port}", out var address, out _))
                    continue;
                judged++;
                var contact = await new PiwsReader(TimeProvider.System).ReadIdentityAsync(
                    new PrinterConnection { Address = address.Uri, Allows = network.Allows, Deadline = TimeSpan.FromSeconds(3) }, CancellationToken.None);
                Assert.True(contact.Failure?.Code is ReaderFailureCode.NotAllowed or ReaderFailureCode.NameUnknown, $"{spelling}: {contact.Failure?.Code}");
                Assert.False(canary.Pending(), $"{spelling} was connected to.");
            }
        });
        Assert.True(judged > 120, $"{judged}");
        Assert.False(canary.Pending());
    }

    private static IEnumerable<string> SpellingsOf(string address)
    {
        var bytes = IPAddress.Parse(address).GetAddressBytes();
        var number = ((uint)bytes[0] << 24) | ((uint)bytes[1] << 16) | ((uint)bytes[2] << 8) | bytes[3];
        var (high, low) = (number >> 16, number & 0xFFFF);
        yield return address;
        yield return address + ".";
        yield return number.ToString(CultureInfo.InvariantCulture);
        yield return "0x" + number.ToString("x8", CultureInfo.InvariantCulture);
        yield return "0X" + number.ToString("X", CultureInfo.InvariantCulture);
        yield return "0" + Convert.ToString(number, 8);
        yield return string.Join('.', bytes.Select(part => "0x" + part.ToString("x2", CultureInfo.InvariantCulture)));
        yield return string.Join('.', bytes.Select(part => "0" + Convert.ToString(part, 8)));
        yield return string.Join('.', bytes.Select(part => "000" + Convert.ToString(part, 8)));
        yield return $"{bytes[0]}.{number & 0xFFFFFF}";
        yield return $"{bytes[0]}.{bytes[1]}.{low}";
        yield return $"0x{bytes[0]:x}.{bytes[1]}.0{Convert.ToString(bytes[2], 8)}.{bytes[3]}";
        yield return $"[::ffff:{address}]";
        yield return $"[::ffff:{high:x}:{low:x}]";
        yield return $"[0:0:0:0:0:ffff:{high:X4}:{low:X4}]";
        yield return $"[::ffff:0:{address}]";
        yield return $"[::{high:x}:{low:x}]";
        yield return $"[64:ff9b::{address}]";
        yield return $"[64:ff9b::{high:x}:{low:x}]";
        yield return $"[2002:{high:x}:{low:x}::1]";
        yield return $"https://{address}";
        yield return $"plotter@{address}";
    }
}
