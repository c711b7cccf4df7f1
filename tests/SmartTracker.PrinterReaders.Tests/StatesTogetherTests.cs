using SmartTracker.PrinterReaders.State;

namespace SmartTracker.PrinterReaders.Tests;

public class StatesTogetherTests
{
    [Fact]
    public void What_both_protocols_say_is_there_once()
    {
        var first = new PrinterState { Condition = PrinterCondition.Idle, Consumables = [Ink("C", 40)], Meters = [Meter("impressions", MeterKind.Impressions, 10)] };
        var second = new PrinterState
        {
            Condition = PrinterCondition.Stopped,
            Consumables = [Ink("cyan ink", 41)],
            Meters = [Meter("marker 1", MeterKind.Impressions, 11), Meter("hours", MeterKind.PowerOnTime, 5)],
            Media = [new() { Slot = "Roll 1" }],
        };
        var both = PrinterState.Together(first, second);
        Assert.Equal(PrinterCondition.Idle, both.Condition);
        Assert.Equal("C", Assert.Single(both.Consumables).Slot);
        Assert.Equal(["impressions", "hours"], both.Meters.Select(meter => meter.Name));
        Assert.Single(both.Media);
    }

    private static ObservedConsumable Ink(string slot, int percent) => new() { Slot = slot, Kind = ConsumableKind.Ink, LevelPercent = percent };

    private static ObservedMeter Meter(string name, MeterKind kind, long value) => new(name, kind, value, "", "");
}
