using SmartTracker.PrinterSimulator.Plan;

namespace SmartTracker.PrinterSimulator.Generation;

/// <summary>Makes one job with figures that fit each other: pages, media and ink all follow from what came out.</summary>
internal sealed class JobGenerator(Chance chance, PrinterSpecification printer)
{
    private readonly SheetChooser _sheets = new(chance, printer.Trade, printer.MaximumRollMillimetres);
    private readonly LoadedRolls _rolls = new(printer.MaximumRollMillimetres);

    public JobPlan Create(JobFate fate, DateTimeOffset submittedAt, DateTimeOffset printingAt)
    {
        var sheet = _sheets.Next();
        var pageCount = chance.Between(1, 100) <= 70 ? 1 : chance.Between(2, printer.Trade == Trade.Architects ? 6 : 14);
        var copies = chance.Between(1, 100) <= 65 ? 1 : chance.Between(2, printer.Trade == Trade.Architects ? 4 : 8);
        if (fate.IsPartial && pageCount * copies == 1)
            copies = 2;

        var total = pageCount * copies;
        var delivery = new Delivery(pageCount, fate switch
        {
            { IsPartial: true } => chance.Between(1, total - 1),
            { Prints: false } => 0,
            _ => total,
        });
        var placement = _rolls.Place(sheet);
        var isCopy = fate.IsCopy;
        return new JobPlan
        {
            Uuid = chance.Guid(),
            JobUuid = chance.Guid(),
            ModificationNumber = 0,
            UserName = fate.HasUser ? Vocabulary.User(chance, printer.Trade) : "",
            JobName = isCopy ? Vocabulary.Copy(chance) : Vocabulary.Drawing(chance, printer.Trade),
            Type = isCopy ? "Copy" : "Print",
            Source = isCopy ? "Scanner" : "Application",
            JobStatus = fate.JobStatus,
            CompletionStatus = fate.CompletionStatus,
            RequestedCopies = copies,
            SubmittedAt = submittedAt,
            ArrivedAt = submittedAt.AddSeconds(chance.Between(2, 20)),
            PrintingAt = printingAt,
            CompletedAt = printingAt.AddSeconds(20 + (delivery.Sheets * (20 + (placement.Advance / 40)))),
            PrintedPages = delivery.Sheets,
            PrintedCopies = delivery.WholeCopies,
            Pages = [.. Enumerable.Range(0, pageCount).Select(page => Page(sheet, placement, delivery.CopiesOf(page)))],
            Media = Media(sheet, placement, delivery.Sheets),
            InkCubicCentimetres = Ink(sheet, delivery.Sheets),
        };
    }

    private static PagePlan Page(SheetKind sheet, Placement placement, int copies) => new()
    {
        WidthInches = Inches.Of(sheet.Width),
        HeightInches = Inches.Of(sheet.Height),
        Rotation = placement.Rotation,
        MediaSource = placement.Source,
        MediaType = sheet.Paper.Id,
        PrintQuality = sheet.Quality,
        PrintedCopies = copies,
        Media = Media(sheet, placement, copies),
    };

    private static MediaUse Media(SheetKind sheet, Placement placement, int sheets) => new(
        sheet.Paper.Name, sheet.Paper.Vendor,
        Inches.Square((decimal)placement.RollWidth * placement.Advance * sheets), Inches.Of((decimal)placement.Advance * sheets));

    private Dictionary<string, decimal> Ink(SheetKind sheet, int sheets)
    {
        var total = sheet.CubicCentimetresPerSquareMetre * sheet.Width * sheet.Height * sheets / 1_000_000m;
        var colour = total * (1 - sheet.BlackShare);
        var cyan = 0.25m + (0.2m * chance.Fraction());
        var magenta = 0.25m + (0.15m * chance.Fraction());
        return new()
        {
            ["C"] = SixDecimals(colour * cyan),
            ["M"] = SixDecimals(colour * magenta),
            ["Y"] = SixDecimals(colour * (1 - cyan - magenta)),
            ["K"] = SixDecimals(total * sheet.BlackShare),
        };
    }

    private static decimal SixDecimals(decimal value) => Math.Round(value, 6, MidpointRounding.AwayFromZero);
}
