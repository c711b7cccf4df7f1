using System.Text;
using SmartTracker.PrinterReaders.Ledm;
using SmartTracker.PrinterReaders.State;

namespace SmartTracker.PrinterReaders.Tests.Ledm;

public sealed class LedmStateReaderTests
{
    private static readonly LedmStateReader Reader = new(TimeProvider.System);

    [Fact]
    public async Task A_printer_says_what_it_holds()
    {
        await using var printer = await Make.PrinterAsync();
        var fetch = await Reader.FetchStateAsync(printer.Connection(), CancellationToken.None);
        Assert.Null(fetch.Failure);
        Assert.Equal(5, fetch.Answers.Count);
        var state = Reader.InterpretState(fetch.Answers);
        Assert.Null(state.Failure);
        Assert.Equal((printer.Plan.SerialNumber, printer.Plan.Model, printer.Plan.Firmware), (state.Identity!.SerialNumber, state.Identity.Model, state.Identity.Firmware));
        Assert.Equal((PrinterCondition.Warning, "ready", true), (state.Condition, state.RawCondition, state.DeviceTimeHasOffset));
        Assert.Equal(("cartridgeLow", AlertSeverity.Warning), Assert.Single(state.Alerts.Select(alert => (alert.Code, alert.Severity))));

        Assert.Equal(["ink 0", "ink 1", "ink 2", "ink 3"], state.Consumables.Select(consumable => consumable.Slot));
        var magenta = state.Consumables[1];
        Assert.Equal((ConsumableKind.Ink, "M", 7m, ConsumableLevel.Measured, "low"), (magenta.Kind, magenta.Colorant, magenta.LevelPercent!.Value, magenta.LevelKnown, magenta.RawStatus));
        Assert.Equal((775_000_000, "00011", new DateOnly(2026, 9, 1)), (magenta.Capacity!.Value, magenta.SerialNumber, magenta.InstalledOn!.Value));

        var before = printer.Plan.State!;
        var used = printer.Plan.Jobs.Sum(job => job.InkCubicCentimetres?.Values.Sum() ?? 0) + before.Inks.Sum(supply => supply.UsedBefore + before.Internal.Sum(use => use.CubicCentimetres));
        var ink = (long)Math.Round(used, 3, MidpointRounding.ToEven) * 1_000_000;
        Assert.InRange(Assert.Single(state.Meters, meter => meter.Name == "ink").Value, ink - 1_000_000, ink + 1_000_000);
        Assert.Equal(before.ImpressionsBefore + before.Internal.Sum(use => use.Impressions) + printer.Plan.Jobs.Sum(job => job.PrintedPages ?? 0), Assert.Single(state.Meters, meter => meter.Kind == MeterKind.Impressions).Value);

        // The width comes without a unit, so that it is not known.
        var roll = Assert.Single(state.Media);
        Assert.Equal(("Roll1", true, true, "Bond paper", null), (roll.Slot, roll.IsLoaded!.Value, roll.IsRoll!.Value, roll.MediaName, roll.Width));
        Assert.Contains(state.Problems, problem => problem is { Element: "Width", Code: ObservationProblemCode.UnknownUnit });
    }

    [Fact]
    public void A_level_below_zero_or_missing_is_unknown_and_zero_is_empty()
    {
        var state = Reader.InterpretState([Answer("/DevMgmt/ConsumableConfigDyn.xml", $"<ConsumableConfigDyn>{Consumable("-2")}{Consumable("0")}{Consumable("")}{Consumable("140")}</ConsumableConfigDyn>")]);
        Assert.Equal([ConsumableLevel.Unknown, ConsumableLevel.Empty, ConsumableLevel.Unknown, ConsumableLevel.Unknown], state.Consumables.Select(consumable => consumable.LevelKnown));
        Assert.Equal(4, state.Consumables.Select(consumable => consumable.Slot).Distinct().Count());
        Assert.Equal("140", Assert.Single(state.Problems).Raw);
    }

    [Fact]
    public void A_document_that_broke_off_says_so_and_keeps_what_arrived()
    {
        var state = Reader.InterpretState([Answer("/DevMgmt/ConsumableConfigDyn.xml", $"<ConsumableConfigDyn>{Consumable("5")}<ConsumableInfo>", isWhole: false)]);
        Assert.Equal(ReaderFailureCode.HalfDocument, state.Failure!.Code);
        Assert.Single(state.Consumables);
        Assert.Equal(PrinterCondition.Unknown, state.Condition);
    }

    [Fact]
    public async Task A_printer_that_knows_none_of_it_is_named_so()
    {
        await using var printer = await PrinterSimulator.SimulatedPrinter.StartAsync(
            PrinterSimulator.Plan.FleetPlan.Create(1, Make.Options() with { Printers = [Make.Options().Printers[0] with { SpeaksIpp = true }] }).Printers[0], TimeProvider.System, CancellationToken.None);
        var fetch = await Reader.FetchStateAsync(printer.Connection() with { Address = new Uri($"https://127.0.0.1:{printer.Plan.Port}/") }, CancellationToken.None);
        Assert.Equal(ReaderFailureCode.NotFound, fetch.Failure!.Code);
        Assert.Single(fetch.Answers);
    }

    private static string Consumable(string level) => $"<ConsumableInfo><ConsumableTypeEnum>ink</ConsumableTypeEnum><ConsumablePercentageLevelRemaining>{level}</ConsumablePercentageLevelRemaining></ConsumableInfo>";

    private static RawAnswer Answer(string path, string body, bool isWhole = true) => new(path, DateTimeOffset.UnixEpoch, 200, "text/xml", Encoding.UTF8.GetBytes(body), isWhole);
}
