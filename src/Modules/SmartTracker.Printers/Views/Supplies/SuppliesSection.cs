using NodaTime;

namespace SmartTracker.Printers.Views.Supplies;

/// <summary>What a printer holds, in words.</summary>
public sealed record SuppliesSection(
    Instant At, string Mark, string Condition, IReadOnlyList<AlertLine> Alerts, IReadOnlyList<ConsumableLine> Consumables, IReadOnlyList<MediaLine> Media);

/// <param name="Mark">A mark of the design system.</param>
public sealed record AlertLine(string Mark, string Text, Instant? Since);

/// <summary>One consumable.</summary>
/// <param name="Percent">0 to 100; null where the device does not say.</param>
/// <param name="Level">In words, with how exact it is.</param>
/// <param name="Lasts">How long it lasts, or why nobody can say.</param>
/// <param name="History">Points of a line, 0 to 100 in both directions, or null where there is nothing to draw.</param>
/// <param name="Ink">Class of the colour, such as <c>c</c>; <c>plain</c> where it is none that prints.</param>
public sealed record ConsumableLine(
    string Name, string? Detail, string Mark, string Ink, decimal? Percent, string Level, string Lasts, string? Status, string? History, string? HistoryText);

public sealed record MediaLine(string Slot, string Media, string Width, string Remaining);
