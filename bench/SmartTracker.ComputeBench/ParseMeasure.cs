using System.Net.Http.Headers;
using System.Text;
using System.Xml;
using SmartTracker.PrinterSimulator;
using SmartTracker.PrinterSimulator.Plan;
using SmartTracker.Protocols.Piws;
using SmartTracker.Protocols.Piws.Jobs;

namespace SmartTracker.ComputeBench;

/// <summary>A printer's job list read into jobs, against a bare walk of XmlReader over the same bytes, and what it holds meanwhile (RELIABILITY P1).</summary>
internal static class ParseMeasure
{
    private const double Goal = 0.85;
    private const long MostHeap = 16 * 1024 * 1024;

    private static readonly PiwsLimits Limits = PiwsLimits.Default with { DocumentCharacters = long.MaxValue };

    /// <param name="megabytes">Sizes of documents, the smallest first.</param>
    public static async Task<IReadOnlyList<Comparison>> RunAsync(IReadOnlyList<int> megabytes)
    {
        var document = await DocumentAsync();
        var (opening, closing) = (document.AsSpan().IndexOf("<Job>"u8), document.AsSpan().LastIndexOf("</Jobs>"u8));
        var comparisons = new List<Comparison>();
        foreach (var size in megabytes)
        {
            var times = Math.Max(1, (int)(size * 1_000_000L / (closing - opening)));
            using var repeated = new RepeatedDocument(document.AsMemory(0, opening), document.AsMemory(opening..closing), document.AsMemory(closing), times);
            comparisons.Add(Of(repeated));
        }

        return comparisons;
    }

    private static Comparison Of(RepeatedDocument document)
    {
        var megabytes = document.Length / 1e6;
        var (rounds, warm) = megabytes switch { < 10 => (41, 300), < 500 => (7, 1), _ => (1, 0) };
        var jobs = 0L;
        var heap = new HeapPeak();
        Read(document, _ =>
        {
            jobs++;
            heap.Look();
        });
        return Comparison.Of(
            $"Read {jobs:N0} jobs of PIWS, {megabytes:N0} MB, one by one, against XmlReader", "MB/s", megabytes, Goal,
            ours: () => Read(document, _ => { }), limit: () => Walk(document), rounds, warm) with
        { ExtraHeap = heap.Bytes, MostHeap = MostHeap };
    }

    private static void Read(RepeatedDocument document, Action<PiwsJob> take)
    {
        document.Position = 0;
        var snapshot = new PiwsJobQueueParser(Limits).Parse(document, take);
        if (snapshot is not { IsComplete: true, Problems.Count: 0 })
            throw new InvalidOperationException($"{snapshot.Defect} {snapshot.DefectDetail} {(snapshot.Problems is [var first, ..] ? first : null)}");
    }

    private static void Walk(RepeatedDocument document)
    {
        document.Position = 0;
        using var reader = XmlReader.Create(document, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (reader.Read())
        {
            // Nothing but the walk.
        }
    }

    /// <summary>As a simulated DesignJet sends it, over its socket.</summary>
    private static async Task<byte[]> DocumentAsync()
    {
        var now = new DateTimeOffset(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);
        var plan = FleetPlan.Create(4711, new FleetOptions
        {
            BilledMonth = new DateOnly(2026, 10, 1),
            GeneratedAt = now,
            Zone = TimeZoneInfo.Utc,
            Printers = [new PrinterSpecification("bench", "Plotter", "HP DesignJet Z9", Trade.Architects, 1067, 100, 0)],
        });
        await using var fleet = await SimulatedFleet.StartAsync(plan, TimeProvider.System, CancellationToken.None);
        var printer = fleet.Printers[0];
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, certificate, _, _) => certificate is not null };
        using var client = new HttpClient(handler) { BaseAddress = printer.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("admin:" + printer.Plan.AdminPassword)));
        return await client.GetByteArrayAsync(new Uri($"/LFPWebServices/PI/JQ/JobQueue/{printer.Plan.QueueId}/jobs/all", UriKind.Relative));
    }
}
