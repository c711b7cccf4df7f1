namespace SmartTracker.PrinterSimulator.Generation;

/// <summary>The rolls in a printer of a given width, and how a sheet lies on them.</summary>
internal sealed class LoadedRolls(int maximumRoll)
{
    private const int MarginMillimetres = 5;

    private readonly int[] _widths = WidthsFor(maximumRoll);

    /// <summary>Millimetres, the narrowest first.</summary>
    public static int[] WidthsFor(int maximumRoll) => maximumRoll switch
    {
        >= 1067 => [841, 1067],
        >= 914 => [610, 914],
        _ => [610],
    };

    /// <summary>The long side goes across the narrowest roll that takes it, because that uses the least media.</summary>
    public Placement Place(SheetKind sheet)
    {
        var (shorter, longer) = (Math.Min(sheet.Width, sheet.Height), Math.Max(sheet.Width, sheet.Height));
        var (across, along) = longer <= _widths[^1] ? (longer, shorter) : (shorter, longer);
        var roll = Array.FindIndex(_widths, width => width >= across);
        if (roll < 0)
            throw new InvalidOperationException($"A sheet of {sheet.Width} x {sheet.Height} mm does not fit a roll of {_widths[^1]} mm.");

        var rotated = across != sheet.Width;
        return new Placement($"Roll{roll + 1}", _widths[roll], along + (2 * MarginMillimetres), rotated ? 90 : 0);
    }
}

/// <param name="Advance">Millimetres of the roll used by one sheet, margins included.</param>
internal sealed record Placement(string Source, int RollWidth, int Advance, int Rotation);
