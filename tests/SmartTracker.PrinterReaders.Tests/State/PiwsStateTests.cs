using System.Text;
using System.Text.Json;
using SmartTracker.PrinterReaders.Piws;
using SmartTracker.PrinterReaders.State;
using SmartTracker.PrinterSimulator;

namespace SmartTracker.PrinterReaders.Tests.State;

/// <summary>What a printer holds, through PIWS.</summary>
public sealed class PiwsStateTests
{
    private static readonly PiwsStateReader Reader = new(TimeProvider.System);

    [Fact]
    public async Task A_printer_says_what_it_holds_and_has_counted()
    {
        await using var printer = await Make.PrinterAsync();
        var fetch = await FetchAsync(printer);
        Assert.Null(fetch.Failure);
        Assert.Equal(64, fetch.Certificate!.Key.Length);
        // It has no such documents, or not now: that is no failure.
        Assert.Equal([404, 404, 503], fetch.Answers.Select(answer => answer.Status).Where(status => status != 200).Order());

        var state = Reader.InterpretState(fetch.Answers);
        Assert.Empty(state.Problems);
        Assert.Null(state.Failure);
        Assert.Equal(printer.Plan.SerialNumber, state.Identity!.SerialNumber);
        Assert.Contains(state.Condition, new[] { PrinterCondition.Idle, PrinterCondition.Warning });
        Assert.True(state is { DeviceTimeHasOffset: true } && (TimeProvider.System.GetUtcNow() - state.DeviceTime!.Value).Duration() < TimeSpan.FromMinutes(2));

        var plan = printer.Plan.State!;
        Assert.Equal(["MaintenanceCartridge 1", "cyan", "magenta", "matte-black", "yellow"], state.Consumables.Select(consumable => consumable.Slot).Order(StringComparer.Ordinal));
        foreach (var ink in plan.Inks)
        {
            var printed = printer.Plan.Jobs.Sum(job => job.InkCubicCentimetres?.GetValueOrDefault(ink.Channel) ?? 0);
            var own = plan.Internal.Sum(use => use.CubicCentimetres);
            var supply = Assert.Single(state.Consumables, consumable => consumable.Slot == ink.Color);
            Assert.Equal((ConsumableKind.Ink, ConsumableLevel.Measured, 300_000_000L, ink.PartNumber), (supply.Kind, supply.LevelKnown, supply.Capacity!.Value, supply.PartNumber));
            Assert.Equal((long)(300 - ((ink.UsedBefore + printed + own) % 300)) * 1_000_000, supply.Level!.Value);
            Assert.False(supply.Level.UnitAssumed);
            var meter = Assert.Single(state.Meters, meter => meter.Name == "ink:" + ink.Color);
            Assert.Equal(((long)(ink.UsedBefore + printed + own) * 1_000_000, "cc"), (meter.Value, meter.RawUnit));
        }

        // Counter = jobs + what nobody asked for.
        var impressions = Assert.Single(state.Meters, meter => meter.Kind == MeterKind.Impressions).Value;
        Assert.Equal(plan.Internal.Sum(use => use.Impressions), impressions - plan.ImpressionsBefore - printer.Plan.Jobs.Sum(job => job.PrintedPages ?? 0));
        Assert.Equal([610_000, 914_000], state.Media.Select(roll => roll.Width!.Value));
        Assert.All(state.Media, roll => Assert.True(roll is { IsLoaded: true, IsRoll: true, MediaId.Length: 32, RemainingLength.Value: > 0 and <= 45_700_000 }));
    }

    [Fact]
    public async Task Ink_and_roll_fall_with_what_is_printed_and_counters_rise()
    {
        await using var printer = await Make.PrinterAsync();
        var before = await StateAsync(printer);
        var job = printer.Plan.Jobs.First(job => job is { JobStatus: "Completed", PrintedCopies: > 0, Media: not null });
        printer.Reprint(job.Uuid, 20);
        var after = await StateAsync(printer);

        Assert.Equal(20 * job.Pages.Count, Impressions(after) - Impressions(before));
        var (left, was) = (Roll(after, job.Pages[0].MediaSource), Roll(before, job.Pages[0].MediaSource));
        // Unless a fresh roll was put in.
        Assert.True(left < was || left > 40_000_000 - was, $"{was} -> {left}");
        Assert.All(before.Meters.Where(meter => meter.Kind == MeterKind.Ink), meter => Assert.True(after.Meters.Single(same => same.Name == meter.Name).Value >= meter.Value));
    }

    [Fact]
    public async Task Counters_of_another_board_begin_anew_and_ink_stays_what_it_is()
    {
        await using var printer = await Make.PrinterAsync();
        var before = await StateAsync(printer);
        await printer.SetFaultAsync(new SimulatorFault.CountersReset(TimeProvider.System.GetUtcNow()));
        var after = await StateAsync(printer);
        Assert.Equal(0, Impressions(after));
        Assert.All(after.Meters, meter => Assert.Equal(0, meter.Value));
        Assert.Equal(before.Consumables.Select(consumable => consumable.Level), after.Consumables.Select(consumable => consumable.Level));

        var pinned = await printer.PinnedAsync();
        await printer.SetFaultAsync(new SimulatorFault.BoardSwapped(TimeProvider.System.GetUtcNow()));
        Assert.Equal(ReaderFailureCode.KeyChanged, (await Reader.FetchStateAsync(pinned, CancellationToken.None)).Failure!.Code);
    }

    [Fact]
    public async Task A_printer_that_sleeps_sends_us_elsewhere_and_is_not_followed()
    {
        await using var printer = await Make.PrinterAsync();
        await printer.SetFaultAsync(new SimulatorFault.Asleep());
        var fetch = await FetchAsync(printer);
        Assert.Equal(ReaderFailureCode.Redirected, fetch.Failure!.Code);
        var state = Reader.InterpretState(fetch.Answers);
        Assert.Equal((printer.Plan.SerialNumber, PrinterCondition.Unknown, 0), (state.Identity!.SerialNumber, state.Condition, state.Consumables.Count));
    }

    [Fact]
    public async Task A_clock_that_is_wrong_or_names_no_zone_is_told()
    {
        await using var printer = await Make.PrinterAsync();
        await printer.SetFaultAsync(new SimulatorFault.ClockAhead(TimeSpan.FromHours(2)));
        var ahead = (await StateAsync(printer)).DeviceTime!.Value - TimeProvider.System.GetUtcNow();
        Assert.InRange(ahead.TotalMinutes, 118, 122);
        await printer.SetFaultAsync(new SimulatorFault.ClockWithoutZone());
        var state = await StateAsync(printer);
        Assert.False(state.DeviceTimeHasOffset);
        Assert.Equal(ObservationProblemCode.Unreadable, Assert.Single(state.Problems).Code);
    }

    [Fact]
    public async Task A_printer_without_any_of_the_documents_fails()
    {
        await using var printer = await SimulatedPrinter.StartAsync(
            PrinterSimulator.Plan.FleetPlan.Create(1, Make.Options()).Printers[0] with { State = null }, TimeProvider.System, CancellationToken.None);
        var fetch = await FetchAsync(printer);
        Assert.Equal(new ReaderFailure(ReaderFailureCode.NotFound, "/LFPWebServices/PI/DeviceStatus.json"), fetch.Failure);
        Assert.NotNull(Reader.InterpretState(fetch.Answers).Identity);
    }

    [Fact]
    public async Task Nobody_answers()
    {
        await using var printer = await Make.PrinterAsync();
        await printer.SetFaultAsync(new SimulatorFault.ConnectionRefused());
        Assert.Equal(ReaderFailureCode.Absent, (await FetchAsync(printer)).Failure!.Code);
    }

    [Fact]
    public async Task Half_an_answer_is_named_and_the_others_stand()
    {
        await using var printer = await Make.PrinterAsync();
        var answers = (await FetchAsync(printer)).Answers;
        var ink = answers.Single(answer => answer.Path.EndsWith("InkSystem.json", StringComparison.Ordinal));
        var media = answers.Single(answer => answer.Path.EndsWith("MediaSystem.json", StringComparison.Ordinal));
        for (var length = 0; length < ink.Body.Length; length++)
        {
            var state = Reader.InterpretState([ink with { Body = ink.Body[..length], IsWhole = false }, media]);
            Assert.Equal(ReaderFailureCode.HalfDocument, state.Failure!.Code);
            Assert.Equal(2, state.Media.Count);
            Assert.DoesNotContain(state.Consumables, consumable => consumable.Kind == ConsumableKind.Ink);
        }
    }

    [Theory]
    [InlineData("WithAlerts", "Error", "NoActivity", PrinterCondition.Stopped)]
    [InlineData("WithAlerts", "Warning", "Printing", PrinterCondition.Printing)]
    [InlineData("WithAlerts", "Warning", "NoActivity", PrinterCondition.Warning)]
    [InlineData("Ready", "Informative", "NoActivity", PrinterCondition.Idle)]
    [InlineData("Ready", "Informative", "DeviceMaintenance", PrinterCondition.Sleeping)]
    [InlineData("Odd", "Odd", "Odd", PrinterCondition.Unknown)]
    public void The_worst_that_matters_now_is_the_condition(string status, string severity, string activity, PrinterCondition condition)
    {
        var document = JsonSerializer.Serialize(new { StatusOverview = new { MostRelevantStatus = status, StatusSeverity = severity }, ActivitiesOverview = new { MostRelevantActivity = new { Name = activity } } });
        var state = Reader.InterpretState([Answer("DeviceStatus.json", document)]);
        Assert.Equal((condition, $"{status}/{severity}/{activity}"), (state.Condition, state.RawCondition));
    }

    [Fact]
    public void Slots_of_the_same_colour_are_told_apart_and_a_reservoir_is_no_supply()
    {
        const string Slot = """{"Color":"yellow","InkSlotCollection":{"InkSlot":[{"SlotId":4},{"SlotId":5},{"SlotId":6,"SupplyType":"Reservoir"}]}}""";
        var state = Reader.InterpretState([Answer("InkSystem.json", $$"""{"InkSystem":{"InkSlotGroupCollection":{"InkSlotGroup":{{Slot}} } } }""")]);
        Assert.Equal(["yellow 4", "yellow 5"], state.Consumables.Select(consumable => consumable.Slot));
        Assert.All(state.Consumables, consumable => Assert.Equal((ConsumableLevel.Unknown, null), (consumable.LevelKnown, consumable.Level)));
        Assert.Empty(state.Meters);
    }

    [Fact]
    public void An_empty_slot_has_no_level_and_a_volume_without_unit_says_that_it_was_assumed()
    {
        const string Slots = """[{"SlotId":1,"isPresent":false,"SlotInfo":{"InkSupplyInfo":{"LevelPercentage":0}}},{"SlotId":2,"SlotInfo":{"InkSlotCumulativeInfo":{"InkUsed":12},"InkSupplyInfo":{"Level":0,"LevelPercentage":0}}}]""";
        var state = Reader.InterpretState([Answer("InkSystem.json", $$"""{"InkSlotGroupCollection":{"InkSlotGroup":{"InkSlotCollection":{"InkSlot":{{Slots}} } } } }""")]);
        Assert.Equal((ConsumableLevel.Unknown, null, "isPresent=false"), (state.Consumables[0].LevelKnown, state.Consumables[0].LevelPercent, state.Consumables[0].RawStatus));
        Assert.Equal((ConsumableLevel.Empty, true), (state.Consumables[1].LevelKnown, state.Consumables[1].Used!.UnitAssumed));
        // A counter in a unit that nobody named is no counter.
        Assert.Empty(state.Meters);
    }

    [Fact]
    public void A_real_printer_is_understood()
    {
        var (ink, status, slots) = Recorded();
        var state = Reader.InterpretState([Answer("InkSystem.json", ink), Answer("DeviceStatus.json", status)]);
        Assert.Empty(state.Problems);
        Assert.Equal((PrinterCondition.Warning, "WithAlerts/Warning/NoActivity"), (state.Condition, state.RawCondition));
        Assert.Equal(slots, state.Consumables.Count);
        Assert.All(state.Consumables, supply => Assert.True(supply is { LevelKnown: ConsumableLevel.Measured, Capacity.Value: 300_000_000, LevelPercent: > 0, InstalledOn: not null, ExpiresOn: null }));
        Assert.Equal(slots, state.Meters.Count);
        var low = Assert.Single(state.Consumables, supply => supply.LevelPercent < 20);
        Assert.Contains(state.Alerts, alert => alert.Text == $"{low.Slot}: LowLevel" && alert.Severity == AlertSeverity.Warning);
    }

    /// <summary>What a DesignJet Z9 answered where that lies at hand, else an answer of its shape.</summary>
    private static (string Ink, string Status, int Slots) Recorded()
    {
        if (Environment.GetEnvironmentVariable("SMARTTRACKER_FIXTURES") is not { Length: > 0 } folder)
        {
            const string Slot = """{"Color":"cyan","isPresent":true,"SlotId":2,"SlotInfo":{"InkSlotCumulativeInfo":{"InkUsed":{"Unit":"cc","Value":411}},"InkSupplyInfo":{"Capacity":{"Unit":"cc","Value":300},"Level":{"Unit":"cc","Value":39},"LevelPercentage":15.0,"InstallDate":"2024-10-27T23:00:00Z","ExpirationDate":"1970-01-01T00:00:00Z","UserReportedSeverity":"Warning","UserReportedStatus":"LowLevel"}}}""";
            return ($$"""{"InkSlotGroupCollection":{"InkSlotGroup":{"InkSlotCollection":{"InkSlot":{{Slot}} } } } }""",
                """{"StatusOverview":{"MostRelevantStatus":"WithAlerts","StatusSeverity":"Warning"},"ActivitiesOverview":{"MostRelevantActivity":{"Name":"NoActivity"}}}""", 1);
        }

        using var recorded = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "devices", "freeglaz_z9_device_status_reference.json")));
        return (recorded.RootElement.GetProperty("raw_ink_system").GetRawText(), recorded.RootElement.GetProperty("raw_device_status").GetRawText(), 10);
    }

    private static RawAnswer Answer(string document, string body) =>
        new("/LFPWebServices/PI/" + document, DateTimeOffset.UnixEpoch, 200, "application/json", Encoding.UTF8.GetBytes(body), true);

    private static long Impressions(PrinterState state) => state.Meters.Single(meter => meter.Kind == MeterKind.Impressions).Value;

    private static long Roll(PrinterState state, string slot) => state.Media.Single(roll => roll.Slot == slot).RemainingLength!.Value;

    private static async Task<PrinterState> StateAsync(SimulatedPrinter printer)
    {
        var fetch = await FetchAsync(printer);
        Assert.Null(fetch.Failure);
        return Reader.InterpretState(fetch.Answers);
    }

    private static Task<PrinterFetch> FetchAsync(SimulatedPrinter printer) => Reader.FetchStateAsync(printer.Connection(), CancellationToken.None);
}
