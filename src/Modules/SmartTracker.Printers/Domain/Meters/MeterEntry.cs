using System.Globalization;
using NodaTime;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Printers.Domain.Meters;

/// <summary>Counters as a person wrote them down at a device.</summary>
/// <param name="Impressions">As typed; empty where it was not read.</param>
/// <param name="SquareMetres">Likewise.</param>
/// <param name="Metres">Likewise.</param>
public sealed record MeterEntry(string? Impressions, string? SquareMetres, string? Metres)
{
    private const decimal SquareMillimetres = 1_000_000m;
    private const decimal Micrometres = 1_000_000m;

    // More than any device counts, and far below where a whole number ends.
    private const decimal Largest = 1_000_000_000m;

    public bool IsEmpty => new[] { Impressions, SquareMetres, Metres }.All(string.IsNullOrWhiteSpace);

    /// <summary>Which fields are no figure of a counter.</summary>
    public IReadOnlyList<string> Unreadable =>
        [.. Fields.Where(figure => !string.IsNullOrWhiteSpace(figure.Text) && Parse(figure.Text, figure.Kind) is null).Select(figure => figure.Name)];

    private IEnumerable<(string Name, string? Text, MeterKind Kind, decimal Factor, string Unit)> Fields =>
    [
        (nameof(Impressions), Impressions, MeterKind.Impressions, 1m, "impressions"),
        (nameof(SquareMetres), SquareMetres, MeterKind.MediaArea, SquareMillimetres, "m²"),
        (nameof(Metres), Metres, MeterKind.MediaLength, Micrometres, "m"),
    ];

    public IReadOnlyList<ManualMeterRead> Reads(Instant at, string by) =>
    [
        .. Fields.Select(figure => (figure, Value: Parse(figure.Text, figure.Kind))).Where(read => read.Value is not null)
            .Select(read => new ManualMeterRead(read.figure.Kind, (long)(read.Value!.Value * read.figure.Factor), read.figure.Text!.Trim(), read.figure.Unit, at, by)),
    ];

    /// <summary>Counters that stand lower than before. A counter does not go back by itself: the device was exchanged or reset.</summary>
    public static IReadOnlyList<ManualMeterRead> Lower(IEnumerable<ManualMeterRead> now, IReadOnlyCollection<ManualMeterRead> before) =>
        [.. now.Where(read => before.Any(known => known.Kind == read.Kind && known.Value > read.Value))];

    // The browser sends figures of a number field with a point, whatever the language.
    private static decimal? Parse(string? text, MeterKind kind) =>
        decimal.TryParse(text?.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= Largest
            && (kind != MeterKind.Impressions || value == decimal.Truncate(value))
            ? value
            : null;
}
