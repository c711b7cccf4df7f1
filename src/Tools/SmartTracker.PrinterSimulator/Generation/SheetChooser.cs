using SmartTracker.PrinterSimulator.Plan;

namespace SmartTracker.PrinterSimulator.Generation;

/// <summary>Chooses what a document is printed on: ISO sheets, long plots, drawings and images.</summary>
internal sealed class SheetChooser(Chance chance, Trade trade, int maximumRoll)
{
    private static readonly (int Width, int Height, int Weight)[] Sizes =
    [
        (210, 297, 4), (297, 420, 12), (420, 594, 16), (594, 841, 30), (841, 1189, 24), (594, 1780, 5), (841, 2400, 5), (914, 3050, 2), (297, 1260, 2),
    ];

    public SheetKind Next()
    {
        var fitting = Sizes.Where(size => Math.Min(size.Width, size.Height) <= maximumRoll).ToList();
        var ticket = chance.Between(1, fitting.Sum(size => size.Weight));
        var chosen = fitting.First(size => (ticket -= size.Weight) <= 0);

        var images = trade == Trade.Architects ? 12 : 22;
        return chance.Between(1, 100) switch
        {
            var n when n <= images => Kind(chosen, chance.Pick([PaperStock.Coated, PaperStock.Gloss]), 5 + (7 * chance.Fraction()), 0.16m, "Best"),
            <= 45 => Kind(chosen, chance.Pick([PaperStock.Bond, PaperStock.Coated]), 0.9m + (2 * chance.Fraction()), 0.42m, "Normal"),
            <= 50 => Kind(chosen, PaperStock.Film, 0.4m + chance.Fraction(), 0.88m, "Best"),
            _ => Kind(chosen, PaperStock.Bond, 0.25m + (0.7m * chance.Fraction()), 0.91m, "Fast"),
        };
    }

    private static SheetKind Kind((int Width, int Height, int Weight) size, PaperStock paper, decimal ink, decimal black, string quality) =>
        new(size.Width, size.Height, paper, ink, black, quality);
}
