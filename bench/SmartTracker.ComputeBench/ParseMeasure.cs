using System.Net.Http.Headers;
using System.Text;
using System.Xml;
using SmartTracker.PrinterSimulator;
using SmartTracker.PrinterSimulator.Plan;
using SmartTracker.Protocols.Piws.Jobs;

namespace SmartTracker.ComputeBench;

/// <summary>A printer's job list read into jobs, against a bare walk of XmlReader over the same bytes (RELIABILITY P1).</summary>
internal static class ParseMeasure
{
    public static async Task<Comparison> RunAsync(int jobs)
    {
        var document = await DocumentAsync(jobs);
        var parser = new PiwsJobQueueParser();
        var snapshot = parser.Parse(document);
        if (snapshot is not { IsComplete: true, Problems.Count: 0 })
            throw new InvalidOperationException($"{snapshot.Jobs.Count} jobs, {snapshot.Defect} {snapshot.DefectDetail} {(snapshot.Problems is [var first, ..] ? first : null)}");
        return Comparison.Of(
            $"Parse {snapshot.Jobs.Count:N0} jobs of PIWS, {document.Length / 1e6:0} MB, against XmlReader", "MB/s", document.Length / 1e6, goal: 0.85,
            ours: () => parser.Parse(document), limit: () => Walk(document));
    }

    private static void Walk(byte[] document)
    {
        using var stream = new MemoryStream(document);
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (reader.Read())
        {
            // Nothing but the walk.
        }
    }

    /// <summary>As a simulated DesignJet sends it, over its socket.</summary>
    private static async Task<byte[]> DocumentAsync(int jobs)
    {
        var now = new DateTimeOffset(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);
        var plan = FleetPlan.Create(4711, new FleetOptions
        {
            BilledMonth = new DateOnly(2026, 10, 1),
            GeneratedAt = now,
            Zone = TimeZoneInfo.Utc,
            Printers = [new PrinterSpecification("bench", "Plotter", "HP DesignJet Z9", Trade.Architects, 1067, jobs, 0)],
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
