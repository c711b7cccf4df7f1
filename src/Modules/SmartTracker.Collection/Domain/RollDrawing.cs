namespace SmartTracker.Collection.Domain;

/// <summary>A job's sheets on its roll, in millimetres: <c>Along</c> counts in the direction of advance, <c>Across</c> over the roll's width.
/// The device sends no coordinates, so the sheets are laid one after the other as it advanced.</summary>
public sealed record RollDrawing(decimal RollWidth, decimal Advance, IReadOnlyList<DrawnSheet> Sheets)
{
    private const int MostSheets = 24;

    // Devices cut with a margin and round their figures.
    private const decimal Tolerance = 1.03m;

    public decimal SheetArea => Sheets.Sum(sheet => sheet.Along * sheet.Across);

    /// <summary>Null where a size is missing, or where the sizes do not fit on what the device says it advanced.</summary>
    public static RollDrawing? TryCreate(JobFigures figures) => Draw(figures).Drawing;

    /// <summary>Everything that stands in the way of a drawing; empty where there is one.</summary>
    public static IReadOnlyList<RollGap> Gaps(JobFigures figures) => Draw(figures).Gaps;

    private static (RollDrawing? Drawing, IReadOnlyList<RollGap> Gaps) Draw(JobFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var pages = Copies(figures);
        var gaps = Missing(figures, pages).ToList();
        if (gaps.Count > 0)
            return (null, gaps);

        var width = figures.MediaWidthUm!.Value / 1000m;
        var advance = figures.MediaLengthUm!.Value / 1000m;
        var drawing = Lay(width, advance, pages!, page => Turned(page) ? (page.H, page.W) : (page.W, page.H))
            ?? Lay(width, advance, pages!, page => Across(page, width, longest: true))
            ?? Lay(width, advance, pages!, page => Across(page, width, longest: false));
        return (drawing, drawing is null ? [RollGap.Contradiction] : []);
    }

    private static IEnumerable<RollGap> Missing(JobFigures figures, List<Sheet>? pages)
    {
        if (figures.MediaWidthUm is not > 0)
            yield return RollGap.Width;
        if (figures.MediaLengthUm is not > 0)
            yield return RollGap.Advance;
        if (pages is null || figures.Pages.Count == 0)
            yield return RollGap.PageSizes;
        else if (pages.Count == 0)
            yield return figures.Pages.All(page => (page.CopiesPrinted ?? figures.CopiesPrinted) is null) ? RollGap.Copies : RollGap.NothingPrinted;
        else if (pages.Count > MostSheets)
            yield return RollGap.TooManySheets;
    }

    private static RollDrawing? Lay(decimal width, decimal advance, List<Sheet> pages, Func<Sheet, (decimal Across, decimal Along)> turn)
    {
        var at = 0m;
        var sheets = new List<DrawnSheet>();
        foreach (var page in pages)
        {
            var (across, along) = turn(page);
            if (across > width * Tolerance)
                return null;
            sheets.Add(new DrawnSheet(page.Number, at, along, Math.Min(across, width), across != page.W));
            at += along;
        }

        if (at > advance * Tolerance)
            return null;
        // What a rounding puts beyond the cut stays on the drawing.
        return new RollDrawing(width, Math.Max(advance, at), sheets);
    }

    private static bool Turned(Sheet page) => page.Rotation is 90 or 270 or -90;

    private static (decimal Across, decimal Along) Across(Sheet page, decimal width, bool longest)
    {
        var (shorter, longer) = (Math.Min(page.W, page.H), Math.Max(page.W, page.H));
        return longest && longer <= width * Tolerance ? (longer, shorter) : (shorter, longer);
    }

    private static List<Sheet>? Copies(JobFigures figures)
    {
        var sheets = new List<Sheet>();
        foreach (var page in figures.Pages)
        {
            if (page is not { WidthUm: > 0, HeightUm: > 0 })
                return null;
            // One more than can be shown is enough to know that they are too many.
            var copies = Math.Min(page.CopiesPrinted ?? figures.CopiesPrinted ?? 0, MostSheets + 1);
            for (var copy = 0; copy < copies && sheets.Count <= MostSheets; copy++)
                sheets.Add(new Sheet(page.Number, page.WidthUm.Value / 1000m, page.HeightUm.Value / 1000m, page.Rotation));
        }

        return sheets;
    }

    private sealed record Sheet(int Number, decimal W, decimal H, int? Rotation);
}

/// <param name="Number">Of the page.</param>
/// <param name="At">Where it begins, in the direction of advance.</param>
public sealed record DrawnSheet(int Number, decimal At, decimal Along, decimal Across, bool IsTurned);
