using System.Globalization;
using System.Text.RegularExpressions;
using SmartTracker.Protocols.Snmp;
using SmartTracker.Protocols.Snmp.Messages;
using SmartTracker.SnmpPeers;

namespace SmartTracker.PrinterReaders.Tests.Snmp;

/// <summary>What others read from real printers. The recordings are not part of this project; where SMARTTRACKER_FIXTURES does not say where they are,
/// lines of the same shape stand in, so that nothing is skipped.</summary>
public sealed partial class SnmpRecordedTests
{
    private static readonly Oid Supplies = Oid.Parse("1.3.6.1.2.1.43.11.1.1");

    /// <summary>Which row is which colour differs between the two; a monitoring system's templates know it by heart.</summary>
    [Theory]
    [InlineData("zabbix_designjet_t770_oids.yaml", 6, 6)]
    [InlineData("zabbix_designjet_z5200_oids.yaml", 8, 0)]
    public async Task Each_colour_gets_its_own_level_in_whatever_row_it_stands(string file, int colours, int inks)
    {
        var items = Items(Lines(file, colours, inks));
        var levels = items.Where(item => item.Name.StartsWith(Supplies.Append(9))).ToDictionary(item => item.Colour, item => item.Name[item.Name.Length - 1]);
        Assert.Equal(colours, levels.Count);
        var objects = new List<SnmpVarbind> { new(Oid.Parse("1.3.6.1.2.1.1.2.0"), new SnmpOid(Oid.Parse("1.3.6.1.4.1.11.2.3.9.1"))) };
        foreach (var (colour, row) in levels)
        {
            objects.Add(new SnmpVarbind(Supplies.Append(6, 1, row), new SnmpOctets(System.Text.Encoding.UTF8.GetBytes(colour))));
            objects.Add(new SnmpVarbind(Supplies.Append(9, 1, row), new SnmpInteger(LevelOf(colour))));
        }

        objects.AddRange(items.Where(item => item.Name.StartsWith(Supplies.Append(8))).Select(item => new SnmpVarbind(item.Name, new SnmpInteger(100))));
        objects.AddRange(items.Where(item => item.Name.Length > 20 && item.Name.ToString().Contains(".4.1.5.6.3.", StringComparison.Ordinal)).Select(item => new SnmpVarbind(item.Name, new SnmpInteger(1000))));

        await using var agent = SnmpAgent.Of(new SnmpObjects(objects));
        var (_, state) = await SnmpMake.Connection(agent.Port).ReadAsync();
        Assert.Equal(levels.Keys.Order(), state.Consumables.Select(supply => supply.Description!).Order());
        Assert.All(state.Consumables, supply => Assert.Equal(LevelOf(supply.Description!), supply.LevelPercent));
        Assert.Equal(Enumerable.Range(1, inks).Select(channel => $"ink:{channel}"), state.Meters.Select(meter => meter.Name));
    }

    [Fact]
    public async Task A_print_server_of_HP_is_recognised()
    {
        var lines = Recorded("librenms_jetdirect.snmprec") ?? ["1.3.6.1.2.1.1.1.0|4|HP ETHERNET MULTI-ENVIRONMENT,ROM none,JETDIRECT", "1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.11.2.3.9.1"];
        var objects = lines.Select(line => line.Split('|', 3)).Select(part => new SnmpVarbind(Oid.Parse(part[0]), part[1] switch
        {
            "4" => new SnmpOctets(System.Text.Encoding.UTF8.GetBytes(part[2])),
            "6" => new SnmpOid(Oid.Parse(part[2])),
            _ => throw new FormatException(part[1]),
        }));
        // The recording stops there; the serial number is where a T770 has it.
        await using var agent = SnmpAgent.Of(new SnmpObjects(objects.Append(SnmpMake.Text("1.3.6.1.4.1.11.2.3.9.4.2.1.1.3.3.0", "SIM0000099"))));
        Assert.Equal("SIM0000099", (await SnmpMake.Connection(agent.Port).ReadAsync()).State.Identity!.SerialNumber);
    }

    private static int LevelOf(string colour) => (colour.Sum(letter => letter) % 99) + 1;

    private static List<(string Colour, Oid Name)> Items(IEnumerable<string> lines)
    {
        var items = new List<(string, Oid)>();
        var name = "";
        foreach (var line in lines)
        {
            if (ItemName().Match(line) is { Success: true } named)
                name = named.Groups[1].Value;
            else if (ItemOid().Match(line) is { Success: true } oid)
                items.Add((ColourIn(name), Oid.Parse(oid.Groups[1].Value.Replace("enterprises", "1.3.6.1.4.1", StringComparison.Ordinal))));
        }

        return items;
    }

    private static string ColourIn(string name) => name
        .Replace("Amount_of_", "", StringComparison.Ordinal).Replace("_toner_remaining", "", StringComparison.Ordinal).Replace("Current cartridge toner level - ", "", StringComparison.Ordinal);

    private static string[] Lines(string file, int colours, int inks) => Recorded(file) ??
    [
        .. Enumerable.Range(1, colours).SelectMany(row => new[]
        {
            $"name: 'Current cartridge toner level - colour {colours - row}'", string.Create(CultureInfo.InvariantCulture, $"snmp_oid: {Supplies}.9.1.{row}"),
            $"name: 'Max cartridge toner level - colour {colours - row}'", string.Create(CultureInfo.InvariantCulture, $"snmp_oid: {Supplies}.8.1.{row}"),
        }),
        .. Enumerable.Range(1, inks).SelectMany(row => new[] { $"name: Ink_{row}_Usage", $"snmp_oid: enterprises.11.2.3.9.4.2.1.4.1.5.6.3.{row}.1.0" }),
    ];

    private static string[]? Recorded(string file) =>
        Environment.GetEnvironmentVariable("SMARTTRACKER_FIXTURES") is { Length: > 0 } folder && Path.Combine(folder, "devices", file) is var path && File.Exists(path) ? File.ReadAllLines(path) : null;

    [GeneratedRegex(@"^\s*name: '?([^']+)'?\s*$")]
    private static partial Regex ItemName();

    [GeneratedRegex(@"^\s*snmp_oid: \.?(\S+)\s*$")]
    private static partial Regex ItemOid();
}
