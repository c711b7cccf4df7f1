using System.Globalization;

namespace SmartTracker.IngestBench;

/// <summary>The n-th job of a made-up fleet of 100 printers that print by turns, as an export in order of time lists them.</summary>
internal readonly struct BenchJob(int number)
{
    public const int Printers = 100;

    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly string[] MediaTypes =
        ["HP Universal Coated Paper", "HP Bright White Inkjet Paper", "HP Heavyweight Coated Paper", "HP Matte Film", "HP Premium Vivid Gloss", "Plain 90 g/m²"];

    public static string SerialNumber(int printer) => $"BENCH{printer:000}";

    public int Printer => number % Printers;
    public string DeviceJobId => (number / Printers + 1).ToString(CultureInfo.InvariantCulture);
    public string UserName => $"user{Scattered % 400:000}";
    public string JobName => $"Grundriss EG Haus {Scattered % 5000}.pdf";
    public string Account => $"P-2026-{Scattered % 300:000}";
    public DateTime SubmittedAt => Start.AddSeconds(number * 20L);
    public DateTime CompletedAt => SubmittedAt.AddSeconds(45 + Scattered % 400);
    public int Pages => 1 + Scattered % 5;
    public int Copies => 1 + Scattered % 3;
    public string MediaType => MediaTypes[Scattered % MediaTypes.Length];
    public long MediaWidthUm => Scattered % 2 == 0 ? 914_000 : 610_000;
    public long PageAreaMm2 => Pages * Copies * 499_849L;
    public long MediaAreaMm2 => PageAreaMm2 + Copies * 38_000L + Scattered % 997;
    public long InkOf(int channel) => 120_000 + Scattered % 9_973 * (channel + 3L);
    public long InkNl => InkOf(0) + InkOf(1) + InkOf(2) + InkOf(3);

    /// <summary>As the product stores it; the bench compares the lengths.</summary>
    public string InkByChannel => string.Create(CultureInfo.InvariantCulture, $$"""{"C":{{InkOf(0)}},"K":{{InkOf(3)}},"M":{{InkOf(1)}},"Y":{{InkOf(2)}}}""");

    /// <summary>As the product stores it; the bench compares the lengths.</summary>
    public string Figures => string.Create(CultureInfo.InvariantCulture, $$$"""
        {"Kind":"Print","Status":"Completed","UserName":"{{{UserName}}}","JobName":"{{{JobName}}}","Account":"{{{Account}}}","SubmittedAt":"{{{SubmittedAt:yyyy-MM-ddTHH:mm:ss}}}+00:00","CompletedAt":"{{{CompletedAt:yyyy-MM-ddTHH:mm:ss}}}+00:00","PagesPerCopy":{{{Pages}}},"CopiesPrinted":{{{Copies}}},"Impressions":{{{Pages * Copies}}},"MediaType":"{{{MediaType.Replace("²", "\\u00B2", StringComparison.Ordinal)}}}","MediaWidthUm":{{{MediaWidthUm}}},"PageAreaMm2":{{{PageAreaMm2}}},"MediaAreaMm2":{{{MediaAreaMm2}}},"InkNl":{{{InkByChannel}}},"Pages":[],"Raw":{},"InkTotalNl":{{{InkNl}}}}
        """);

    public string Ndjson => string.Create(CultureInfo.InvariantCulture, $$$"""
        {"printerSerial":"{{{SerialNumber(Printer)}}}","deviceJobId":"{{{DeviceJobId}}}","jobKind":"print","status":"completed","userName":"{{{UserName}}}","jobName":"{{{JobName}}}","accountId":"{{{Account}}}","submittedAt":"{{{SubmittedAt:yyyy-MM-ddTHH:mm:ss}}}Z","completedAt":"{{{CompletedAt:yyyy-MM-ddTHH:mm:ss}}}Z","pages":{{{Pages}}},"copies":{{{Copies}}},"mediaType":"{{{MediaType}}}","mediaWidthUm":{{{MediaWidthUm}}},"pageAreaMm2":{{{PageAreaMm2}}},"mediaAreaMm2":{{{MediaAreaMm2}}},"inkNl":{"c":{{{InkOf(0)}}},"m":{{{InkOf(1)}}},"y":{{{InkOf(2)}}},"k":{{{InkOf(3)}}}}}
        """);

    public const string CsvHeader =
        "printerSerial,deviceJobId,jobKind,status,userName,jobName,accountId,submittedAt,completedAt,pages,copies,mediaType,mediaWidthUm,pageAreaMm2,mediaAreaMm2,ink_c_nl,ink_m_nl,ink_y_nl,ink_k_nl";

    public string Csv => string.Create(CultureInfo.InvariantCulture, $"""
        {SerialNumber(Printer)},{DeviceJobId},print,completed,{UserName},{JobName},{Account},{SubmittedAt:yyyy-MM-ddTHH:mm:ss}Z,{CompletedAt:yyyy-MM-ddTHH:mm:ss}Z,{Pages},{Copies},{MediaType},{MediaWidthUm},{PageAreaMm2},{MediaAreaMm2},{InkOf(0)},{InkOf(1)},{InkOf(2)},{InkOf(3)}
        """);

    // Not random, so that every run writes the same, and not in order, so that indexes are written as in life.
    private int Scattered => (int)(unchecked((uint)number * 2_654_435_761u) >> 8);
}
