using System.Globalization;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Printers.Domain.Import;

namespace SmartTracker.Printers.Import;

/// <summary>A file to begin with, separated as the reader's spreadsheet expects it.</summary>
public sealed class PrinterCsvSample
{
    private static readonly string[][] Rows =
    [
        ["Plotter EG", "10.20.4.32", "piws", "", "Altona", "leased|CAD", "CN9B7K2041"],
        ["Plotter 2. OG", "plotter-2og.example:443", "piws", "", "Altona", "", ""],
        ["Kopierer", "ipps://10.20.4.40/ipp/print", "ipp", "", "Werkstatt", "", ""],
        ["Archiv", "", "manual", "", "Werkstatt", "", "CN83Q1F07X"],
    ];

    public string Text => Write();

    private static string Write()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var csv = new CsvWriter(text, CultureInfo.CurrentUICulture);
        foreach (var row in Rows.Prepend([.. PrinterCsv.Columns]))
        {
            foreach (var value in row)
                csv.Plain(value);
            csv.EndLine();
        }

        return text.ToString();
    }
}
