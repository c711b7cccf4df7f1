namespace SmartTracker.IngestBench;

/// <summary>Jobs as somebody would send them.</summary>
internal sealed record JobFile(string Path, string ContentType)
{
    public static async Task<JobFile> WriteAsync(string folder, int first, int count, bool asCsv)
    {
        var path = System.IO.Path.Combine(folder, $"jobs-{first}-{count}");
        await using var writer = new StreamWriter(path) { NewLine = "\n" };
        if (asCsv)
            await writer.WriteLineAsync(BenchJob.CsvHeader);
        for (var i = first; i < first + count; i++)
            await writer.WriteLineAsync(asCsv ? new BenchJob(i).Csv : new BenchJob(i).Ndjson);
        return new JobFile(path, asCsv ? "text/csv" : "application/x-ndjson");
    }
}
