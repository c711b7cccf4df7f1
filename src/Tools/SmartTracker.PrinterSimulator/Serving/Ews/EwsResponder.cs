using System.Text;
using Microsoft.AspNetCore.Http;
using SmartTracker.PrinterSimulator.Plan;

namespace SmartTracker.PrinterSimulator.Serving.Ews;

/// <summary>Answers the accounting page and its export.</summary>
internal static class EwsResponder
{
    public const string Root = "/hp/device/webAccess/";

    public static Task RespondAsync(SimulatedPrinter printer, EwsPlan ews, HttpContext context)
    {
        if (ews.IsAsleep)
            return Reply.TextAsync(context, StatusCodes.Status200OK, "text/html", EwsPage.WakeUp);
        var locale = EwsLocale.Of(ews.Language);
        return (context.Request.Path.Value?[Root.Length..], context.Request.Query["content"].ToString()) switch
        {
            ("accounting.xls", _) when ews.Export is { } export =>
                FaultyReply.JobListAsync(context, printer.Fault, "application/vnd.ms-excel", () => printer.RecordedJobList ?? Export(export, EwsRows.Of(printer.Plan, ews, locale), locale)),
            ("index.htm", "accounting") when ews.HasPage =>
                FaultyReply.JobListAsync(context, printer.Fault, "text/html;charset=UTF-8", () => EwsPage.Write(EwsRows.Of(printer.Plan, ews, locale), locale)),
            _ => Reply.TextAsync(context, StatusCodes.Status404NotFound, "text/html", "<html><body>404 Not Found</body></html>"),
        };
    }

    private static byte[] Export(EwsExport export, IReadOnlyList<EwsRow> rows, EwsLocale locale)
    {
        List<IReadOnlyList<string>> lines = [locale.Headings, .. rows.Select(row => row.Cells)];
        return export switch
        {
            EwsExport.Xlsx => XlsxFile.Write(lines),
            EwsExport.Xls => XlsFile.Write(lines),
            EwsExport.Text => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => string.Join(';', line.Select(Field)) + "\r\n"))),
            _ => EwsPage.Write(rows, locale),
        };
    }

    private static string Field(string text) => text.AsSpan().ContainsAny(";\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
