using System.Net;
using System.Text;

namespace SmartTracker.PrinterSimulator.Serving.Ews;

/// <summary>The accounting page: a table in tables of layout, jobs as rows that open to rows about their ink.</summary>
internal static class EwsPage
{
    public const string WakeUp =
        "<!DOCTYPE html><html><head><title>Sleep mode</title></head><body><form action=\"/wakeup.htm/config\" method=\"post\"><input type=\"submit\" name=\"WakeUp\" value=\"Wake up\"></form></body></html>";

    public static byte[] Write(IReadOnlyList<EwsRow> rows, EwsLocale locale)
    {
        var html = new StringBuilder("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>Accounting</title>\n<script>var row = \"<table><tr><td>not a row</td></tr>\";</script></head><body>\n");
        html.Append("<table class=\"layout\"><tr><td><table><tr><td>Main</td><td>Setup</td></tr></table></td></tr><tr><td>\n<table class=\"dataTable\"><thead><tr>");
        foreach (var heading in locale.Headings)
            html.Append("<th>").Append(Text(heading)).Append("</th>");
        html.Append("</tr></thead><tbody>\n");
        EwsRow? job = null;
        foreach (var row in rows)
        {
            if (row.Channel is null)
                html.Append("<tr class=\"treeTableTitleRowClosed treeTableTopLevel\">").Append(Cells(row, locale)).Append("</tr>\n");
            else if (job?.Channel is null)
                html.Append("<tr class=\"treeTableTitleRowOpen\"><td colspan=\"15\">").Append(Text(locale.Ink)).Append("</td></tr>\n");
            if (row.Channel is not null)
                html.Append("<tr class=\"contentsRow\">").Append(Channel(row, locale)).Append("</tr>\n");
            job = row;
        }

        html.Append("</tbody></table></td></tr></table></body></html>\n");
        return Encoding.UTF8.GetBytes(html.ToString());
    }

    private static StringBuilder Cells(EwsRow row, EwsLocale locale)
    {
        var cells = new StringBuilder();
        for (var column = 0; column < EwsRows.Columns; column++)
            cells.Append("<td>").Append(Text(WithUnit(row.Cells[column], column, locale))).Append("</td>");
        return cells;
    }

    private static StringBuilder Channel(EwsRow row, EwsLocale locale)
    {
        var cells = new StringBuilder();
        for (var column = 0; column < EwsRows.Columns; column++)
            cells.Append("<td>").Append(Text(column switch { 4 => row.Channel!, 11 => WithUnit(row.Cells[EwsRows.Ink], EwsRows.Ink, locale), _ => "" })).Append("</td>");
        return cells;
    }

    private static string WithUnit(string cell, int column, EwsLocale locale) => column switch
    {
        _ when cell.Length == 0 || !char.IsAsciiDigit(cell[0]) => cell,
        EwsRows.Area => $"{cell} {locale.Area}",
        EwsRows.Length => $"{cell} {locale.Length}",
        EwsRows.Ink => $"{cell} {locale.Millilitres}",
        _ => cell,
    };

    private static string Text(string text) => text.Length == 0 ? "&nbsp;" : WebUtility.HtmlEncode(text);
}
