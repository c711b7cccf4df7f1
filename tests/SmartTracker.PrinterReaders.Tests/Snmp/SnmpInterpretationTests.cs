using CsCheck;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Protocols.Snmp;
using SmartTracker.Protocols.Snmp.Messages;

namespace SmartTracker.PrinterReaders.Tests.Snmp;

/// <summary>What the tables of the Printer-MIB say about a printer.</summary>
public sealed class SnmpInterpretationTests
{
    private const string CounterUnit = "1.3.6.1.2.1.43.10.2.1.3.1.1";
    private const string LifeCount = "1.3.6.1.2.1.43.10.2.1.4.1.1";
    private const string Supplies = "1.3.6.1.2.1.43.11.1.1";

    [Fact]
    public void A_plotter_is_known_by_the_makers_own_serial_number_where_the_standards_place_is_empty()
    {
        var state = SnmpMake.State("plotter");
        Assert.Equal(new PrinterIdentity("SIM0000042", "Simulated DesignJet 36in", null, null, "Plotter EG", null), state.Identity);
        Assert.Equal("SIMB000007", SnmpMake.State("office").Identity!.SerialNumber);
        Assert.Equal("plotter-eg", SnmpMake.State("plotter", SnmpMake.Text("1.3.6.1.2.1.43.5.1.1.16.1", " ")).Identity!.DeviceName);
        Assert.Empty(state.Problems);
        Assert.Null(state.Failure);
    }

    [Fact]
    public void Supplies_are_told_by_their_colorant_and_not_by_their_number()
    {
        var supplies = SnmpMake.State("plotter").Consumables.ToDictionary(supply => supply.Slot);
        Assert.Equal(["cyan", "gray", "magenta", "matte black", "photo black", "yellow"], supplies.Keys.Order());
        Assert.All(supplies.Values, supply => Assert.Equal(ConsumableKind.Ink, supply.Kind));

        var gray = supplies["gray"];
        Assert.Equal(("Gray cartridge", "gray", 50m, ConsumableLevel.Measured), (gray.Description, gray.Colorant, gray.LevelPercent, gray.LevelKnown));
        Assert.Equal(new Measure(65_000_000, "650", "tenthsOfMilliliters", false), gray.Level);
        Assert.Equal(new Measure(130_000_000, "1300", "tenthsOfMilliliters", false), gray.Capacity);
        Assert.Equal(0.08m, gray.StepPercent);
        Assert.Equal("650/1300 tenthsOfMilliliters", gray.RawLevel);
        Assert.Equal((3m, 3_900_000L), (supplies["cyan"].LevelPercent, supplies["cyan"].Level!.Value));

        // The same cartridges in another order are the same cartridges.
        var turned = SnmpMake.State("plotter", SnmpMake.Integer(Supplies + ".3.1.1", 6), SnmpMake.Integer(Supplies + ".3.1.6", 1)).Consumables.ToDictionary(supply => supply.Slot);
        Assert.Equal((50m, 3m), (turned["cyan"].LevelPercent, turned["gray"].LevelPercent));
    }

    [Theory]
    [InlineData(-1, ConsumableLevel.Unknown, null)]
    [InlineData(-2, ConsumableLevel.Unknown, null)]
    [InlineData(-3, ConsumableLevel.SomeLeft, null)]
    [InlineData(-77, ConsumableLevel.Unknown, null)]
    [InlineData(0, ConsumableLevel.Empty, 0)]
    [InlineData(1300, ConsumableLevel.Measured, 100)]
    public void An_unknown_level_is_neither_full_nor_empty(int level, ConsumableLevel known, int? percent)
    {
        var cyan = Cyan(SnmpMake.State("plotter", SnmpMake.Integer(Supplies + ".9.1.6", level)));
        Assert.Equal((known, percent), (cyan.LevelKnown, (int?)cyan.LevelPercent));
        Assert.Equal(level >= 0, cyan.Level is not null);
        Assert.Equal(level >= 0, cyan.StepPercent is not null);
    }

    [Fact]
    public void More_than_fits_is_a_contradiction_and_no_percentage()
    {
        var state = SnmpMake.State("plotter", SnmpMake.Integer(Supplies + ".9.1.6", 1301));
        Assert.Null(Cyan(state).LevelPercent);
        Assert.Equal(130_100_000, Cyan(state).Level!.Value);
        Assert.Equal(new ObservationProblem(null, "prtMarkerSuppliesLevel", ObservationProblemCode.Contradiction, "Cyan cartridge: 1301/1300"), Assert.Single(state.Problems));
    }

    [Fact]
    public void Supplies_that_are_counted_in_no_volume_keep_their_own_figures()
    {
        var supplies = SnmpMake.State("office").Consumables;
        Assert.Equal(["Black toner S/N:000111", "Cyan toner", "Drum unit", "Waste toner box"], supplies.Select(supply => supply.Slot));
        Assert.Equal([ConsumableKind.Toner, ConsumableKind.Toner, ConsumableKind.Maintenance, ConsumableKind.WasteContainer], supplies.Select(supply => supply.Kind));
        Assert.Equal([37m, 25m, null, null], supplies.Select(supply => supply.LevelPercent));
        Assert.Equal([1m, 0.02m, null, null], supplies.Select(supply => supply.StepPercent));
        Assert.Equal(["37/100 percent", "1500/6000 impressions", "400/-2 hours", "-3/-1 other"], supplies.Select(supply => supply.RawLevel));
        Assert.All(supplies, supply => Assert.Null(supply.Level ?? supply.Capacity));
        Assert.Equal(ConsumableLevel.SomeLeft, supplies[3].LevelKnown);
    }

    [Fact]
    public void A_waste_container_without_room_is_not_called_empty()
    {
        var waste = SnmpMake.State("office", SnmpMake.Integer(Supplies + ".9.1.4", 0), SnmpMake.Integer(Supplies + ".8.1.4", 50)).Consumables[3];
        Assert.Equal((ConsumableLevel.Measured, 0m), (waste.LevelKnown, waste.LevelPercent));
    }

    [Fact]
    public void Supplies_of_the_same_colour_are_kept_apart()
    {
        var slots = SnmpMake.State("plotter", SnmpMake.Integer(Supplies + ".3.1.1", 6), SnmpMake.Integer(Supplies + ".5.1.2", 1), SnmpMake.Text(Supplies + ".6.1.2", "Photo black printhead"))
            .Consumables.Select(supply => (supply.Slot, supply.Kind)).ToList();
        Assert.Contains(("cyan #1", ConsumableKind.Ink), slots);
        Assert.Contains(("cyan #6", ConsumableKind.Ink), slots);
        Assert.Contains(("photo black printhead", ConsumableKind.Printhead), slots);
    }

    public static TheoryData<int, string, MeterKind, long, string> Units => new()
    {
        { 3, "medialength", MeterKind.MediaLength, 31_750, "tenThousandthsOfInches" },
        { 4, "medialength", MeterKind.MediaLength, 12_500, "micrometers" },
        { 7, "impressions", MeterKind.Impressions, 12_500, "impressions" },
        { 8, "mediasheets", MeterKind.MediaSheets, 12_500, "sheets" },
        { 11, "powerontime", MeterKind.PowerOnTime, 45_000_000, "hours" },
        { 16, "medialength", MeterKind.MediaLength, 3_810_000_000, "feet" },
        { 17, "medialength", MeterKind.MediaLength, 12_500_000_000, "meters" },
        { 2, "marker", MeterKind.Other, 12_500, "unknown" },
        { 99, "marker", MeterKind.Other, 12_500, "99" },
    };

    [Theory, MemberData(nameof(Units))]
    public void A_counter_counts_in_the_unit_that_the_device_names(int unit, string name, MeterKind kind, long value, string rawUnit)
    {
        var state = SnmpMake.State("plotter", SnmpMake.Integer(CounterUnit, unit));
        var meter = state.Meters[0];
        Assert.Equal((name, kind, value, "12500", rawUnit), (meter.Name, meter.Kind, meter.Value, meter.Raw, meter.RawUnit));
        Assert.Equal((decimal)uint.MaxValue * value / 12_500, meter.Maximum!.Value, 0);
        Assert.Equal(kind == MeterKind.Other, state.Problems.Any(problem => problem.Code == ObservationProblemCode.UnknownUnit));
    }

    [Fact]
    public void A_counter_without_unit_or_figure_is_not_guessed_at()
    {
        var objects = SnmpMake.State("plotter", new SnmpVarbind(Oid.Parse(CounterUnit), new SnmpNothing()));
        Assert.Equal((MeterKind.Other, ""), (objects.Meters[0].Kind, objects.Meters[0].RawUnit));
        Assert.DoesNotContain(SnmpMake.State("plotter", SnmpMake.Integer(LifeCount, -2)).Meters, meter => meter.Name == "medialength");
    }

    [Fact]
    public void Ink_that_a_maker_counts_under_numbers_of_its_own_keeps_the_number_for_a_name()
    {
        Assert.Equal(
            [("ink:1", MeterKind.Other, 412_345L, ""), ("ink:2", MeterKind.Other, 398_001L, ""), ("ink:3", MeterKind.Other, 377_123L, "")],
            SnmpMake.State("plotter").Meters.Skip(1).Select(meter => (meter.Name, meter.Kind, meter.Value, meter.RawUnit)));
        Assert.Single(SnmpMake.State("office").Meters);
    }

    [Fact]
    public void A_roll_has_a_width_and_what_is_left_of_it()
    {
        var roll = Assert.Single(SnmpMake.State("plotter").Media);
        Assert.Equal(("Roll", true, true, "Bond 90 g"), (roll.Slot, roll.IsLoaded, roll.IsRoll, roll.MediaName));
        Assert.Equal(new Measure(914_400, "360000", "tenThousandthsOfInches", false), roll.Width);
        Assert.Equal((31_000_000L, 45_000_000L), (roll.RemainingLength!.Value, roll.FullLength!.Value));
        Assert.Null(roll.RemainingSheets);
        Assert.Null(SnmpMake.State("plotter", SnmpMake.Integer("1.3.6.1.2.1.43.8.2.1.10.1.1", -2)).Media[0].RemainingLength);
    }

    [Fact]
    public void Trays_hold_sheets()
    {
        var trays = SnmpMake.State("office").Media;
        Assert.Equal(["Fach #1", "Fach #2"], trays.Select(tray => tray.Slot));
        Assert.Equal([false, true], trays.Select(tray => tray.IsLoaded));
        Assert.Equal([0, null], trays.Select(tray => tray.RemainingSheets));
        Assert.Equal((210_000L, 297_000L, "iso-a4"), (trays[0].Width!.Value, trays[0].RemainingLength!.Value, trays[0].MediaName));
        Assert.Null(trays[1].Width);
        Assert.Null(trays[1].MediaName);
        Assert.Equal("-3/100 sheets", trays[1].RawLevel);
    }

    [Fact]
    public void Alerts_come_with_the_moment_they_arose_the_worst_first()
    {
        var alerts = SnmpMake.State("plotter").Alerts;
        Assert.Equal(
        [
            new ObservedAlert("1102", AlertSeverity.Critical, "Gelb ist leer"),
            // One hour before: the device counted an hour less.
            new ObservedAlert("1105", AlertSeverity.Warning, "Cyan ist fast leer – Patrone bereithalten", SnmpMake.At.AddHours(-1)),
        ], alerts);
        Assert.Equal("prtAlertCode 1102", SnmpMake.State("plotter", SnmpMake.Text("1.3.6.1.2.1.43.18.1.1.8.1.2", "")).Alerts[0].Text);
        Assert.Null(SnmpMake.State("plotter", SnmpMake.Integer("1.3.6.1.2.1.43.18.1.1.9.1.1", 8_640_001, SnmpTag.TimeTicks)).Alerts[1].Since);
    }

    // Device status, printer status and errors as RFC 2790 and RFC 3805 put them together.
    [Theory]
    [InlineData(2, 3, "", PrinterCondition.Idle, "running, idle")]
    [InlineData(2, 4, "", PrinterCondition.Printing, "running, printing")]
    [InlineData(3, 4, "20", PrinterCondition.Printing, "warning, printing, lowToner")]
    [InlineData(3, 3, "80", PrinterCondition.Warning, "warning, idle, lowPaper")]
    [InlineData(2, 3, "0002", PrinterCondition.Warning, "running, idle, overduePreventMaint")]
    [InlineData(2, 3, "40", PrinterCondition.Warning, "running, idle, noPaper")]
    [InlineData(5, 1, "44", PrinterCondition.Stopped, "down, other, noPaper, jammed")]
    [InlineData(1, 1, "08", PrinterCondition.Stopped, "other, doorOpen")]
    [InlineData(2, 5, "", PrinterCondition.Sleeping, "running, warmup")]
    [InlineData(2, 1, "", PrinterCondition.Sleeping, "running, other")]
    [InlineData(1, 2, "", PrinterCondition.Unknown, null)]
    public void The_condition_follows_from_three_states(int device, int printer, string errors, PrinterCondition condition, string? words)
    {
        var state = SnmpMake.State(
            "plotter", SnmpMake.Integer("1.3.6.1.2.1.25.3.2.1.5.1", device), SnmpMake.Integer("1.3.6.1.2.1.25.3.5.1.1.1", printer),
            new SnmpVarbind(Oid.Parse("1.3.6.1.2.1.25.3.5.1.2.1"), new SnmpOctets(Convert.FromHexString(errors))));
        Assert.Equal((condition, words), (state.Condition, state.RawCondition));
    }

    [Fact]
    public void The_devices_clock_is_read_with_and_without_an_offset()
    {
        var (plotter, office) = (SnmpMake.State("plotter"), SnmpMake.State("office"));
        Assert.Equal((new DateTimeOffset(2026, 11, 23, 8, 15, 30, TimeSpan.Zero), true), (plotter.DeviceTime, plotter.DeviceTimeHasOffset));
        Assert.Equal((new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero), false), (office.DeviceTime, office.DeviceTimeHasOffset));
        Assert.Equal(TimeSpan.FromDays(1), plotter.UpTime);
        Assert.Null(SnmpMake.State("plotter", new SnmpVarbind(Oid.Parse("1.3.6.1.2.1.25.1.2.0"), new SnmpOctets(new byte[8]))).DeviceTime);
    }

    [Fact]
    public void Answers_to_other_questions_are_passed_over_and_nothing_gives_nothing()
    {
        Assert.Equivalent(new PrinterState(), SnmpMake.Reader.InterpretState([]));
        var foreign = new RawAnswer("/ipp/print#jobs", SnmpMake.At, 200, null, [1, 2, 3], true);
        Assert.Equivalent(new PrinterState(), SnmpMake.Reader.InterpretState([foreign, foreign with { Path = "snmp/x" }]));
    }

    [Fact]
    public void Whatever_the_values_are_reading_ends() => Gen.Select(Gen.Int[0, 90], Gen.OneOf<SnmpValue>(
        Gen.Int.Select(value => (SnmpValue)new SnmpInteger(value)),
        Gen.UInt.Select(value => (SnmpValue)new SnmpInteger(value, SnmpTag.Counter32)),
        Gen.Byte.Array[0, 20].Select(octets => (SnmpValue)new SnmpOctets(octets)),
        Gen.Const((SnmpValue)new SnmpNothing()),
        Gen.Const((SnmpValue)new SnmpOid(SmartTracker.Protocols.Snmp.Oid.Parse("1.3"))))).Array[1, 30].Sample(
        changes =>
        {
            var device = SnmpPeers.Devices.Varbinds("plotter");
            var state = SnmpMake.State("plotter", [.. changes.Select(change => device[change.Item1 % device.Count] with { Value = change.Item2 })]);
            Assert.Equal(state.Consumables.Count, state.Consumables.Select(supply => supply.Slot).Distinct().Count());
            Assert.All(state.Consumables, supply => Assert.True(supply.LevelPercent is null or (>= 0 and <= 100)));
            Assert.All(state.Meters, meter => Assert.True(meter.Value >= 0));
        },
        iter: 500);

    private static ObservedConsumable Cyan(PrinterState state) => state.Consumables.Single(supply => supply.Colorant == "cyan");
}
