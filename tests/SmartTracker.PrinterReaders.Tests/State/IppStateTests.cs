using System.Net;
using System.Text;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using SmartTracker.PrinterReaders.Ipp;
using SmartTracker.PrinterReaders.State;
using SmartTracker.PrinterSimulator;
using SmartTracker.PrinterSimulator.Plan;
using SmartTracker.Protocols.Ipp.Codec;
using SmartTracker.Protocols.Ipp.Messages;

namespace SmartTracker.PrinterReaders.Tests.State;

/// <summary>What a printer holds, through IPP.</summary>
public sealed class IppStateTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 12, 14, 31, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_printer_says_what_it_holds_and_has_counted()
    {
        await using var printer = await PrinterAsync();
        var (fetch, state) = await StateAsync(printer);
        Assert.Null(fetch.Failure);
        Assert.Empty(state.Problems);
        Assert.Single(fetch.Answers);
        Assert.Equal((printer.Plan.SerialNumber, _clock.GetUtcNow(), true), (state.Identity!.SerialNumber, state.DeviceTime, state.DeviceTimeHasOffset));

        var plan = printer.Plan.State!;
        Assert.Equal(plan.Inks.Select(ink => $"{ink.Color} {ink.OrderNumber}"), state.Consumables.Select(supply => supply.Slot));
        Assert.All(state.Consumables, supply => Assert.True(supply is { Kind: ConsumableKind.Ink, LevelKnown: ConsumableLevel.Measured or ConsumableLevel.Empty, LevelPercent: >= 0 and <= 100, Level: null }));
        Assert.Equal([("roll-1", 610_000L), ("roll-2", 914_000L)], state.Media.Select(roll => (roll.Slot, roll.Width!.Value)));
        Assert.All(state.Media, roll => Assert.True(roll is { IsLoaded: true, IsRoll: true, RemainingLength: null }));
        var counted = Assert.Single(state.Meters);
        Assert.Equal(plan.Internal.Sum(use => use.Impressions), counted.Value - plan.ImpressionsBefore - printer.Plan.Jobs.Sum(job => job.PrintedPages ?? 0));
    }

    [Fact]
    public async Task What_came_with_its_jobs_tells_its_state_too()
    {
        await using var printer = await PrinterAsync();
        var jobs = await new IppReader(_clock).FetchAsync(Connection(printer), null, CancellationToken.None);
        var (_, asked) = await StateAsync(printer);
        Assert.Equal(asked.RawCondition, new IppStateReader(_clock).InterpretState(jobs.Answers).RawCondition);
    }

    [Fact]
    public async Task A_printer_asleep_and_one_without_zone_say_so()
    {
        await using var printer = await PrinterAsync();
        await printer.SetFaultAsync(new SimulatorFault.Asleep());
        Assert.Equal(PrinterCondition.Sleeping, (await StateAsync(printer)).State.Condition);
        await printer.SetFaultAsync(new SimulatorFault.ClockWithoutZone());
        var (_, state) = await StateAsync(printer);
        Assert.Equal((_clock.GetUtcNow(), false), (state.DeviceTime, state.DeviceTimeHasOffset));
    }

    [Theory]
    [InlineData(3, "none", PrinterCondition.Idle, AlertSeverity.Unknown)]
    [InlineData(3, "marker-supply-low-warning", PrinterCondition.Warning, AlertSeverity.Warning)]
    [InlineData(3, "cover-open-report", PrinterCondition.Idle, AlertSeverity.Information)]
    [InlineData(4, "marker-supply-low-warning", PrinterCondition.Printing, AlertSeverity.Warning)]
    [InlineData(5, "media-empty-error", PrinterCondition.Stopped, AlertSeverity.Critical)]
    [InlineData(5, "paused", PrinterCondition.Stopped, AlertSeverity.Unknown)]
    [InlineData(3, "hibernate-report", PrinterCondition.Sleeping, AlertSeverity.Information)]
    [InlineData(9, "none", PrinterCondition.Unknown, AlertSeverity.Unknown)]
    public void State_and_reasons_make_the_condition(int state, string reason, PrinterCondition condition, AlertSeverity severity)
    {
        var told = State(new("printer-state", new IppInteger(state, IppTag.Enum)), Keywords("printer-state-reasons", reason));
        Assert.Equal(condition, told.Condition);
        Assert.Equal(reason == "none" ? [] : [(reason, severity)], told.Alerts.Select(alert => (alert.Code, alert.Severity)));
    }

    [Fact]
    public void Levels_that_the_printer_does_not_know_stay_unknown()
    {
        var told = State(
            Names("marker-names", "Cyan", "Waste", "Black", "Staples", "Gray"), Keywords("marker-types", "inkCartridge", "waste-ink", "ink-cartridge", "staples", "toner"),
            Names("marker-colors", "#00FFFF", "none", "#000000", "none", "#808080"), new("marker-levels", new IppInteger(40), new IppInteger(-2), new IppInteger(-3), new IppInteger(0), new IppInteger(-1)));
        Assert.Equal(
            [
                ("Cyan", ConsumableKind.Ink, ConsumableLevel.Measured, 40m, "#00FFFF"), ("Waste", ConsumableKind.WasteContainer, ConsumableLevel.Unknown, null, null),
                ("Black", ConsumableKind.Ink, ConsumableLevel.SomeLeft, null, "#000000"), ("Staples", ConsumableKind.Staples, ConsumableLevel.Empty, 0m, null),
                ("Gray", ConsumableKind.Toner, ConsumableLevel.Unknown, (decimal?)null, "#808080"),
            ],
            told.Consumables.Select(supply => (supply.Slot, supply.Kind, supply.LevelKnown, supply.LevelPercent, supply.Colorant)));
    }

    [Fact]
    public void Levels_that_cannot_be_told_apart_belong_to_nobody()
    {
        var told = State(Names("marker-names", "Cyan", "Black"), new("marker-levels", new IppInteger(40)));
        Assert.All(told.Consumables, supply => Assert.Equal(ConsumableLevel.Unknown, supply.LevelKnown));
        Assert.Equal(ObservationProblemCode.Contradiction, Assert.Single(told.Problems).Code);
    }

    [Fact]
    public void A_supply_in_millilitres_has_a_volume()
    {
        var told = State(new IppAttribute(
            "printer-supply",
            Octets("index=1;class=supplyThatIsConsumed;type=inkCartridge;unit=tenthsOfMilliliters;maxcapacity=3000;level=1500;colorantname=cyan;"),
            Octets("index=2;type=inkCartridge;unit=percent;maxcapacity=100;level=-2;colorantname=cyan;"),
            Octets("index=3;type=wasteInk;unit=percent;maxcapacity=-2;level=-3;")));
        Assert.Equal(["cyan 1", "cyan 2", "wasteInk 3"], told.Consumables.Select(supply => supply.Slot));
        Assert.Equal((300_000_000, 150_000_000, 50m), (told.Consumables[0].Capacity!.Value, told.Consumables[0].Level!.Value, told.Consumables[0].LevelPercent));
        Assert.Equal([ConsumableLevel.Measured, ConsumableLevel.Unknown, ConsumableLevel.SomeLeft], told.Consumables.Select(supply => supply.LevelKnown));
        Assert.Equal(ConsumableKind.WasteContainer, told.Consumables[2].Kind);
    }

    [Fact]
    public void Trays_count_sheets_and_media_have_sizes()
    {
        var told = State(
            new("printer-input-tray", Octets("type=sheetFeedAutoRemovableTray;unit=sheets;maxcapacity=250;level=40;status=0;name=Tray 1;"), Octets("type=sheetFeedAutoRemovableTray;maxcapacity=250;level=0;status=9;name=Tray 2")),
            new("media-col-ready", Media("tray-1", 21000, 29700), Media("tray-2", 29700, 42000)));
        Assert.Equal([("tray-1", true, 40, 297_000L), ("tray-2", false, 0, 420_000L)], told.Media.Select(tray => (tray.Slot, tray.IsLoaded!.Value, tray.RemainingSheets!.Value, tray.RemainingLength!.Value)));
    }

    [Fact]
    public void Counters_are_told_whole_and_by_kind_of_page()
    {
        var told = State(
            new("printer-impressions-completed", new IppInteger(4711)),
            new("printer-impressions-completed-col", new IppCollection([new("monochrome", new IppInteger(4000)), new("full-color", new IppInteger(711))])));
        Assert.Equal([("impressions", 4711L), ("impressions:monochrome", 4000L), ("impressions:full-color", 711L)], told.Meters.Select(meter => (meter.Name, meter.Value)));
        Assert.All(told.Meters, meter => Assert.Equal("impressions", meter.RawUnit));
    }

    [Fact]
    public void A_recorded_office_printer_is_understood()
    {
        var told = new IppStateReader(_clock).InterpretState([Answer(Recorded())]);
        Assert.Equal(
            [("Cyan Cartridge HP CF381A", "#00FFFF"), ("Magenta Cartridge HP CF383A", "#FF00FF"), ("Yellow Cartridge HP CF382A", "#FFFF00"), ("Black Cartridge HP CF380X", "#000000")],
            told.Consumables.Select(supply => (supply.Slot, supply.Colorant)));
        Assert.All(told.Consumables, supply => Assert.Equal(ConsumableKind.Toner, supply.Kind));
        Assert.NotEqual(PrinterCondition.Unknown, told.Condition);
    }

    /// <summary>What a real printer answered where that lies at hand, else an answer of its shape.</summary>
    private static byte[] Recorded() => Environment.GetEnvironmentVariable("SMARTTRACKER_FIXTURES") is { Length: > 0 } folder
        ? File.ReadAllBytes(Path.Combine(folder, "devices", "sharpipp_GetPrinterAttributes_HP_Color_LaserJet_MFP_M476dn.bin"))
        : IppEncoder.Encode(Message(
            new("printer-state", new IppInteger(3, IppTag.Enum)),
            Names("marker-names", "Cyan Cartridge HP CF381A", "Magenta Cartridge HP CF383A", "Yellow Cartridge HP CF382A", "Black Cartridge HP CF380X"),
            Names("marker-colors", "#00FFFF", "#FF00FF", "#FFFF00", "#000000"), Keywords("marker-types", "toner", "toner", "toner", "toner"),
            new("marker-levels", new IppInteger(40), new IppInteger(40), new IppInteger(40), new IppInteger(40))));

    [Fact]
    public void No_damaged_answer_makes_the_reader_throw()
    {
        var body = IppEncoder.Encode(Message(
            new("printer-state", new IppInteger(3, IppTag.Enum)), new("printer-supply", Octets("index=1;type=inkCartridge;unit=percent;maxcapacity=100;level=50;")),
            new("media-col-ready", Media("tray-1", 21000, 29700)), Names("marker-names", "Cyan"), new("printer-impressions-completed", new IppInteger(1))));
        Gen.Select(Gen.Int[0, body.Length], Gen.Int[0, body.Length - 1], Gen.Byte).Sample(
            (length, at, value) =>
            {
                var damaged = body.ToArray();
                damaged[at] = value;
                _ = new IppStateReader(_clock).InterpretState([Answer(damaged[..length])]);
            },
            iter: 3000);
        for (var length = 0; length < body.Length - 1; length++)
            Assert.NotNull(new IppStateReader(_clock).InterpretState([Answer(body[..length]) with { IsWhole = false }]).Failure);
    }

    private PrinterState State(params IppAttribute[] attributes) => new IppStateReader(_clock).InterpretState([Answer(IppEncoder.Encode(Message(attributes)))]);

    private static IppMessage Message(params IppAttribute[] attributes) => new() { Code = 0, RequestId = 1, Groups = [new IppGroup(IppTag.PrinterAttributes, attributes)] };

    private static RawAnswer Answer(byte[] body) => new("/ipp/print#Get-Printer-Attributes/state", DateTimeOffset.UnixEpoch, 200, "application/ipp", body, true);

    private static IppAttribute Names(string name, params string[] values) => new(name, [.. values.Select(value => (IppValue)new IppText(value, IppTag.NameWithoutLanguage))]);

    private static IppAttribute Keywords(string name, params string[] values) => new(name, [.. values.Select(value => (IppValue)new IppText(value, IppTag.Keyword))]);

    private static IppOctets Octets(string text) => new(Encoding.ASCII.GetBytes(text));

    private static IppCollection Media(string source, int x, int y) => new(
    [
        new("media-size", new IppCollection([new("x-dimension", new IppInteger(x)), new("y-dimension", new IppInteger(y))])),
        new("media-source", new IppText(source, IppTag.Keyword)),
        new("media-type", new IppText("stationery", IppTag.Keyword)),
    ]);

    private async Task<(PrinterFetch Fetch, PrinterState State)> StateAsync(SimulatedPrinter printer)
    {
        var reader = new IppStateReader(_clock);
        var fetch = await reader.FetchStateAsync(Connection(printer), CancellationToken.None);
        return (fetch, reader.InterpretState(fetch.Answers));
    }

    private static PrinterConnection Connection(SimulatedPrinter printer) => new()
    {
        Address = printer.Address,
        Allows = endpoint => endpoint.Address.Equals(IPAddress.Loopback) && endpoint.Port == printer.Plan.Port,
        Deadline = TimeSpan.FromSeconds(30),
    };

    private async Task<SimulatedPrinter> PrinterAsync()
    {
        var options = Make.Options();
        options = options with { Printers = [options.Printers[0] with { SpeaksIpp = true }] };
        return await SimulatedPrinter.StartAsync(FleetPlan.Create(1, options).Printers[0], _clock, CancellationToken.None);
    }
}
