using System.Globalization;
using System.Text;
using System.Text.Json;
using SmartTracker.Collection.Import;

namespace SmartTracker.ComputeBench;

/// <summary>The lines of an import read into checked rows, against the barest reading of the same bytes (RELIABILITY P1): for NDJSON a walk of
/// Utf8JsonReader over each line, for CSV a StreamReader that cuts each line at its commas.</summary>
internal static class ImportMeasure
{
    private const double Goal = 0.85;

    private static readonly DateTimeOffset Latest = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<Comparison> Run(int jobs)
    {
        var ndjson = Document("", jobs, Ndjson);
        var csv = Document(CsvHeader + "\n", jobs, Csv);
        yield return Of("NDJSON", "Utf8JsonReader", ndjson, jobs, () => new NdjsonLines(Latest), WalkJson);
        yield return Of("CSV", "StreamReader and Split", csv, jobs, () => new CsvLines(Latest), WalkCsv);
    }

    private static Comparison Of(string format, string than, byte[] document, int jobs, Func<IImportSyntax> syntax, Action<byte[]> limit)
    {
        var heap = new HeapPeak();
        Read(document, syntax(), jobs, heap.Look);
        return Comparison.Of(
            $"Read {jobs:N0} jobs of {format}, {document.Length / 1e6:N0} MB, against {than}", "MB/s", document.Length / 1e6, Goal,
            ours: () => Read(document, syntax(), jobs, () => { }), limit: () => limit(document)) with
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

    private static void WalkJson(byte[] document)
    {
        for (var rest = document.AsSpan(); !rest.IsEmpty; rest = rest[(rest.IndexOf((byte)'\n') + 1)..])
        {
            var reader = new Utf8JsonReader(rest[..rest.IndexOf((byte)'\n')]);
            while (reader.Read())
            {
                // Nothing but the walk.
            }
        }
    }

    private static void WalkCsv(byte[] document)
    {
        using var reader = new StreamReader(new MemoryStream(document, writable: false));
        while (reader.ReadLine() is { } line)
            _ = line.Split(',').Length;
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
}
