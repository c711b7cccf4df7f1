using Microsoft.Extensions.Localization;
using NodaTime;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.PrinterReaders;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Domain;
using SmartTracker.Printers.Views.Supplies;

namespace SmartTracker.Printers.Supplies;

/// <summary>A printer's state in the reader's language. What is unknown is called unknown.</summary>
public sealed class SupplyWords(IStringLocalizer<Texts> t, Formats formats)
{
    private const decimal Low = 20, VeryLow = 5;

    public (string Mark, string Word) Condition(PrinterState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Condition switch
        {
            PrinterCondition.Idle => ("ok", t["Idle"]),
            PrinterCondition.Printing => ("ok", t["Printing"]),
            PrinterCondition.Sleeping => ("", t["Asleep"]),
            PrinterCondition.Warning => ("warn", t["Needs attention soon"]),
            PrinterCondition.Stopped => ("bad", t["Does not print"]),
            _ => ("", state.RawCondition ?? t["Condition unknown"].Value),
        };
    }

    public AlertLine Line(ObservedAlert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        var mark = alert.Severity switch { AlertSeverity.Critical => "bad", AlertSeverity.Warning => "warn", _ => "" };
        return new(mark, Said(alert.Text), alert.Since is { } since ? Instant.FromDateTimeOffset(since) : null);
    }

    public ConsumableLine Line(ObservedConsumable consumable, IReadOnlyList<LevelRead> reads, Interval window)
    {
        ArgumentNullException.ThrowIfNull(consumable);
        ArgumentNullException.ThrowIfNull(reads);
        var parts = new[] { consumable.Description == consumable.Slot ? null : consumable.Slot, consumable.PartNumber }.OfType<string>();
        var lasts = Lasts(DaysToEmpty.Of(reads, consumable.StepPercent), consumable);
        var history = LevelLine.Points(reads, window);
        return new(
            consumable.Description ?? consumable.Slot, string.Join(" · ", parts) is { Length: > 0 } detail ? detail : null, Mark(consumable), Ink(consumable),
            consumable.LevelPercent, Level(consumable), lasts, Status(consumable.RawStatus), history,
            history is null ? null : t["From {0} to {1} percent", formats.Number(reads[0].Percent, 0, 1), formats.Number(reads[^1].Percent, 0, 1)].Value);
    }

    public MediaLine Line(ObservedMedia media)
    {
        ArgumentNullException.ThrowIfNull(media);
        var name = media switch
        {
            { IsLoaded: false } => t["empty"],
            { MediaName: { } known } => known,
            _ => t["media not named"].Value,
        };
        return new(media.Slot, name, media.Width is { } width ? formats.Millimetres(new Length(width.Value)) : t["width unknown"], Remaining(media));
    }

    /// <summary>The device's own word where it is none of those that were seen on devices.</summary>
    private string? Status(string? raw)
    {
        var words = (raw ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        // How bad it is stands beside why.
        var reasons = words.Where(word => word is not ("Ok" or "Warning")).DefaultIfEmpty(words.Length > 0 ? words[0] : "");
        return string.Join(", ", reasons.Select(word => Word(word) ?? word)) is { Length: > 0 } said ? said : null;
    }

    /// <summary>Of an alert that names its place before its word.</summary>
    private string Said(string text)
    {
        var word = text.LastIndexOf(": ", StringComparison.Ordinal) is >= 0 and var mark ? text[(mark + 2)..] : text;
        return Word(word) is { } known ? text[..^word.Length] + known : text;
    }

    private string? Word(string word) => word switch
    {
        "Ok" or "Ready" => t["ready for use"].Value,
        "LowLevel" => t["nearly empty"].Value,
        "Expired" => t["past its date"].Value,
        _ => null,
    };

    private string Remaining(ObservedMedia media) => media switch
    {
        { RemainingLength: { } length } => t["{0} m left", formats.Number(length.Value / 1_000_000m, 0, 1)],
        { RemainingSheets: { } sheets } => t["{0} sheets left", formats.Count(sheets)],
        _ => t["remaining length unknown"],
    };

    private string Level(ObservedConsumable consumable) => consumable switch
    {
        { LevelKnown: ConsumableLevel.Empty } => t["empty"],
        { LevelKnown: ConsumableLevel.SomeLeft } => t["some left, not told how much"],
        { LevelPercent: { } percent, Level: { } level } when IsVolume(level) => t["{0} % ({1})", formats.Number(percent, 0, 1), formats.Ink(new InkVolume(level.Value))],
        { LevelPercent: { } percent, StepPercent: { } step } => t["{0} %, told in steps of {1}", formats.Number(percent, 0, 1), formats.Number(step, 0, 1)],
        { LevelPercent: { } percent } => t["{0} %", formats.Number(percent, 0, 1)],
        _ => t["not known"],
    };

    private string Lasts(DaysToEmpty? days, ObservedConsumable consumable) => days switch
    {
        null when consumable.LevelKnown is ConsumableLevel.Unknown or ConsumableLevel.SomeLeft => t["cannot be said"],
        null => t["too early to say"],
        { AtMost: null } => t["{0} days or more", formats.Count(days.AtLeast)],
        { AtMost: { } most } when most == days.AtLeast => t["{0} days", formats.Count(most)],
        { AtMost: { } most } => t["{0} to {1} days", formats.Count(days.AtLeast), formats.Count(most)],
    };

    // Also marks that the reader's eye should stop at; the figure stands beside it.
    private static string Mark(ObservedConsumable consumable) => consumable switch
    {
        { LevelKnown: ConsumableLevel.Empty } or { LevelPercent: <= VeryLow } => "bad",
        { LevelPercent: <= Low } => "warn",
        { LevelPercent: not null } => "ok",
        _ => "",
    };

    private static bool IsVolume(Measure level) => level.Unit is not ("percent" or "%");

    private static string Ink(ObservedConsumable consumable) => (consumable.Colorant ?? consumable.Slot).ToUpperInvariant() switch
    {
        "C" or "CYAN" or "LC" or "LIGHT CYAN" => "c",
        "M" or "MAGENTA" or "LM" or "LIGHT MAGENTA" => "m",
        "Y" or "YELLOW" => "y",
        "K" or "BLACK" or "MK" or "MATTE BLACK" => "k",
        "PK" or "PHOTO BLACK" => "pk",
        "G" or "GRAY" or "GREY" => "g",
        "LG" or "LIGHT GRAY" or "LIGHT GREY" => "lg",
        _ => "plain",
    };
}
