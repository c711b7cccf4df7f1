using System.Text;
using SmartTracker.PrinterSimulator.Serving.Ews;
using SmartTracker.Protocols.Ews.Accounting;

namespace SmartTracker.Protocols.Ews.Tests;

/// <summary>Documents of our own in the shapes that were recorded.</summary>
internal static class Make
{
    private static readonly EwsAccountingParser Parser = new();

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static EwsAccounting Parse(string text, EwsDateOrder known = EwsDateOrder.Unknown) => Parse(Bytes(text), known);

    public static EwsAccounting Parse(byte[] document, EwsDateOrder known = EwsDateOrder.Unknown) => Parser.Parse(document, null, isWhole: true, known);

    public static string Html(params string[] tableRows) =>
        "<!DOCTYPE html><html><body><table><tr><td>Menu</td></tr></table>\n<table class=\"dataTable\">\n" + string.Join('\n', tableRows) + "\n</table></body></html>";

    public static string Row(string @class, params string[] cells) => $"<tr class=\"{@class}\">{string.Concat(cells.Select(cell => $"<td>{cell}</td>"))}</tr>";

    public static string Lines(params string[] lines) => string.Concat(lines.Select(line => line + "\r\n"));

    public static byte[] Xlsx(params string[] lines) => XlsxFile.Write(lines.Select(line => line.Split(';')));

    public static byte[] Xls(params string[] lines) => XlsFile.Write(lines.Select(line => line.Split(';')));

    /// <summary>As a Latex 330 exports it: ink by channel in rows of its own.</summary>
    public static readonly string[] LatexExport =
    [
        "Document;Job type;Status;Substrate type;Substrate usage m²;Ink used ml;Printing time;Print mode;Cost type",
        "banner.pdf;Print;printed;Vinyl gloss;6,5451;12,35;Jul 10, 2026 3:05:02 PM;600dpi - 10P;Total",
        ";;;;;7,02;;;Ink - C",
        ";;;;;5,33;;;Ink - LC",
        "Ansicht \"Süd\".tif;Print;canceled by user;Vinyl gloss;0,0900;0,10;Jul 9, 2026 11:59:58 AM;600dpi - 10P;Total",
        ";;;;;0,10;;;Ink - C",
    ];

    /// <summary>As the page of a PageWide XL in Russian; the headings are not known to anybody.</summary>
    public static readonly string PageWide = Html(
        Row("head", [.. Enumerable.Range(0, 18).Select(column => $"Заголовок {column}")]),
        Row("treeTableTitleRowClosed treeTableTopLevel", "План_А1.pdf", "Печать", "HP SmartStream", "Укладчик", "отменено пользователем", "0", "Всего", "Всего", "", "0",
            "Обычная бумага (&lt; 90 г/кв.м)", "1,0710&nbsp;м²", "1,2700 м", "", "1,54 мл.", "Biegler", "18.07.2024 16:08:11", "Линии/быстро"),
        Row("treeTableTitleRowClosed treeTableTopLevel", "План_А0.pdf", "Печать", "HP SmartStream", "Укладчик", "отпечатано", "2", "Всего", "Всего", "", "0",
            "Обычная бумага", "2,1420 м²", "2,5400 м", "", "3,08 мл.", "Biegler", "18.07.2024 9:08:11", "Линии/быстро"));

    /// <summary>As the page of a Latex 365 in Portuguese.</summary>
    public static readonly string LatexPage = Html(
        Row("treeTableTitleRowOpen treeTableTopLevel", "cliente_x.pdf", "", "", "impresso", "", "", "", "", "", "", "Vinil fosco", "6,5451 m²", "", "01/04/2026 17:38:53", "Ink-110"),
        Row("treeTableTitleRowClosed", "Substrato"),
        Row("contentsRow", "", "", "", "", "Vinil fosco", "", "", "", "", "", "", "6,5451 m²"),
        Row("treeTableTitleRowOpen", "Tinta"),
        Row("contentsRow", "", "", "", "", "LM", "", "", "", "", "", "", "0,68 ml"),
        Row("contentsRow", "", "", "", "", "M", "", "", "", "", "", "", "Tinta alterada"),
        Row("treeTableTitleRowOpen treeTableTopLevel", "cliente_y.pdf", "", "", "cancelado pelo usuário", "", "", "", "", "", "", "Lona", "0,2000 m²", "", "13/04/2026 08:00:00", "Ink-90"));
}
