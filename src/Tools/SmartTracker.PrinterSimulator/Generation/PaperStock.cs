namespace SmartTracker.PrinterSimulator.Generation;

/// <summary>A kind of media with the id and name that the simulated printer gives it.</summary>
internal sealed record PaperStock(string Id, string Name, string Vendor)
{
    public static readonly PaperStock Bond = new("5A1F0C6E2B7D4E9F8A3C1D0B6E7F2A94", "Plotterpapier 80 g", "Papierwerk");
    public static readonly PaperStock Coated = new("C3E8472D91B04F6AAE5D7C2096F81B3E", "Gestrichenes Papier 120 g", "Papierwerk");
    public static readonly PaperStock Gloss = new("0D94B7A6E15C4832BF60D3A89C27E4F1", "Fotopapier glänzend 190 g", "Bildhaus");
    public static readonly PaperStock Film = new("72FA0E3BC6D148959D1E4B8A05C7F36D", "Zeichenfolie matt 90 µ", "Folienkontor");
}

/// <summary>Media size of one page in millimetres, and the ink a square metre of it takes.</summary>
internal sealed record SheetKind(int Width, int Height, PaperStock Paper, decimal CubicCentimetresPerSquareMetre, decimal BlackShare, string Quality);
