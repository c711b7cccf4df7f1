using System.Globalization;
using System.Text;
using System.Xml;
using SmartTracker.Collection.Import;

namespace SmartTracker.ComputeBench;

/// <summary>The lines of an import read into checked rows, against a bare walk of XmlReader over the same jobs written as XML (RELIABILITY P1).
/// In jobs, because the three say the same in 390, 160 and 550 bytes.</summary>
internal static class ImportMeasure
{
    private const double Goal = 0.85;

    private static readonly DateTimeOffset Latest = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<Comparison> Run(int jobs)
    {
        var ndjson = Document("", jobs, Ndjson);
        var csv = Document(CsvHeader + "\n", jobs, Csv);
        var xml = Encoding.UTF8.GetBytes($"<Jobs>{string.Concat(Enumerable.Range(0, jobs).Select(Xml))}</Jobs>");
        yield return Of("NDJSON", ndjson, jobs, () => new NdjsonLines(Latest), xml);
        yield return Of("CSV", csv, jobs, () => new CsvLines(Latest), xml);
    }

    private static Comparison Of(string format, byte[] document, int jobs, Func<IImportSyntax> syntax, byte[] xml)
    {
        var heap = new HeapPeak();
        Read(document, syntax(), jobs, heap.Look);
        return Comparison.Of(
            $"Read {jobs:N0} jobs of {format}, {document.Length / 1e6:N0} MB, against XmlReader over {xml.Length / 1e6:N0} MB of the same as XML", "jobs/s", jobs, Goal,
            ours: () => Read(document, syntax(), jobs, () => { }), limit: () => Walk(xml)) with
        { ExtraHeap = heap.Bytes, MostHeap = 16 * 1024 * 1024 };
    }

    private static void Read(byte[] document, IImportSyntax syntax, int jobs, Action look)
    {
        using var stream = new MemoryStream(document, writable: false);
        var lines = new LineReader(stream, syntax.IsQuoted);
        var good = 0;
        while (lines.FillAsync(CancellationToken.None).AsTask().Result)
        {
            while (lines.TryRead(out var record))
            {
                if (syntax.Read(lines.RecordLine, record) is { Row: not null })
                    good++;
                look();
            }
        }

        if (good != jobs)
            throw new InvalidOperationException($"{good} good lines of {jobs}.");
    }

    private static void Walk(byte[] xml)
    {
        using var reader = XmlReader.Create(new MemoryStream(xml, writable: false), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (reader.Read())
        {
            // Nothing but the walk.
        }
    }

    private static byte[] Document(string header, int jobs, Func<int, string> line) =>
        Encoding.UTF8.GetBytes(header + string.Concat(Enumerable.Range(0, jobs).Select(job => line(job) + "\n")));

    private const string CsvHeader =
        "printerSerial,deviceJobId,jobKind,status,userName,jobName,accountId,submittedAt,completedAt,pages,copies,mediaType,mediaWidthUm,pageAreaMm2,mediaAreaMm2,ink_c_nl,ink_k_nl";

    private static DateTimeOffset At(int job) => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(job * 20);

    private static string Csv(int job) => string.Create(CultureInfo.InvariantCulture, $"""
        SG{job % 100:0000},{job / 100},print,completed,user{job % 400},Grundriss EG Haus {job % 5000}.pdf,P-{job % 300},{At(job):yyyy-MM-ddTHH:mm:ss}Z,{At(job):yyyy-MM-ddTHH:mm:ss}Z,{1 + (job % 5)},1,Plain 90 g/m²,914000,{499_849 + job},{538_000 + job},{120_000 + job},{90_000 + job}
        """);

    private static string Ndjson(int job) => string.Create(CultureInfo.InvariantCulture, $$$"""
        {"printerSerial":"SG{{{job % 100:0000}}}","deviceJobId":"{{{job / 100}}}","jobKind":"print","status":"completed","userName":"user{{{job % 400}}}","jobName":"Grundriss EG Haus {{{job % 5000}}}.pdf","accountId":"P-{{{job % 300}}}","submittedAt":"{{{At(job):yyyy-MM-ddTHH:mm:ss}}}Z","completedAt":"{{{At(job):yyyy-MM-ddTHH:mm:ss}}}Z","pages":{{{1 + (job % 5)}}},"copies":1,"mediaType":"Plain 90 g/m²","mediaWidthUm":914000,"pageAreaMm2":{{{499_849 + job}}},"mediaAreaMm2":{{{538_000 + job}}},"inkNl":{"c":{{{120_000 + job}}},"k":{{{90_000 + job}}}}}
        """);

    private static string Xml(int job) => $"<Job>{string.Concat(CsvHeader.Split(',').Zip(Csv(job).Split(','), (name, value) => $"<{name}>{value}</{name}>"))}</Job>";
}
