using SmartTracker.PrinterSimulator.Plan;

namespace SmartTracker.PrinterSimulator.Generation;

/// <summary>Names as they stand in the job lists of German offices and copy shops.</summary>
internal static class Vocabulary
{
    private static readonly string[] Projects =
    [
        "2214 Schulerweiterung Lindenhof", "2231 Wohnpark Seeufer", "2240 Feuerwache Nord", "2245 Kita Sonnenweg", "2252 Rathaus Sanierung",
        "2260 Laborgebäude B4", "2268 Stadthalle Umbau", "2271 Parkhaus Bahnhof",
    ];

    private static readonly string[] Sheets =
    [
        "Grundriss EG M50", "Grundriss 1.OG M50", "Grundriss UG M50", "Schnitt A-A M50", "Schnitt B-B M50", "Ansicht Süd M100", "Ansicht Nordost M100",
        "Lageplan M500", "Freiflächenplan M200", "Entwässerung M100", "Detail Attika M10", "Brandschutzplan EG M100", "Deckenspiegel 2.OG M50",
    ];

    private static readonly string[] Orders =
    [
        "Plansatz Rohbau", "Plansatz Bauantrag 3-fach", "Baustellenpläne KW", "Schalpläne", "Bewehrungspläne", "Elektropläne", "Ausschreibungspläne",
        "Wettbewerbstafeln", "Werbebanner", "Lageplankopien", "Bestandspläne Archiv",
    ];

    private static readonly string[] Clients =
        ["Hochbau Reimers", "Ing.-Büro Tahiri", "Stadtwerke", "Kröger + Partner", "Zimmerei Anders", "Bauamt", "Messebau Voss"];

    private static readonly string[] Architects = ["a.brandt", "j.petersen", "s.yilmaz", "m.öhlmann", "c.nowak", "praktikum1"];

    private static readonly string[] Counter = ["annahme", "theke2", "produktion", "upload", "n.hansen"];

    public static string User(Chance chance, Trade trade) => chance.Pick(trade == Trade.Architects ? Architects : Counter);

    public static string Drawing(Chance chance, Trade trade) => trade == Trade.Architects
        ? $"{chance.Pick(Projects)} - {chance.Pick(Sheets)} - Index {(char)('A' + chance.Between(0, 6))}.pdf"
        : $"{chance.Between(41000, 41999)} {chance.Pick(Clients)} - {chance.Pick(Orders)}.pdf";

    public static string Copy(Chance chance) => $"Kopie {chance.Between(1, 400)}";
}
