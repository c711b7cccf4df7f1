using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.Privacy;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Import;

/// <summary>Takes in print jobs that another program sends, however many. Good rows are kept batch by batch, whatever comes after them.</summary>
public sealed class PrintJobImporter(IPrinterDirectory printers, ImportHistory history, NamePrivacies privacies, ITenantDatabase database, IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>Of rows, after unpacking.</summary>
    public const long LargestBody = 1024L * 1024 * 1024;

    /// <summary>How many rejected rows are named; the others are counted.</summary>
    public const int MostNamed = 1000;

    private const int MostTries = 3;

    // Clocks of devices and programs differ.
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    /// <param name="by">Who imports, as it is recorded.</param>
    /// <param name="source">Where the rows come from, as it is recorded, and how many of them were left out before; null where a program sends them.</param>
    /// <exception cref="ImportRefusedException">The document cannot be read at all; nothing was stored.</exception>
    public async Task<ImportResult> ImportAsync(Stream body, ImportFormat format, string by, CancellationToken cancellationToken, ImportSource? source = null)
    {
        var record = new ImportRecord { Id = ImportId.New(), StartedAt = time.Now(), StartedBy = by, Format = format, Source = source?.Name, Rejected = source?.Rejected ?? 0 };
        var origins = new ImportOrigins(await printers.ListAsync(cancellationToken), record.Id, await privacies.CurrentAsync(cancellationToken));
        var rejected = new List<ImportLine>();
        var isRecorded = false;

        var latest = time.GetUtcNow() + Ahead;
        IImportSyntax syntax = format == ImportFormat.Csv ? new CsvLines(latest) : new NdjsonLines(latest);
        // Not linked to the request: the body itself ends when the client goes, and what it sent before is stored.
        using var stop = new CancellationTokenSource();
        var reading = new ImportReading(new LimitedStream(body, LargestBody), syntax, origins);
        var run = Task.Run(() => reading.RunAsync(stop.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in reading.Batches.ReadAllAsync(CancellationToken.None))
            {
                // The jobs refer to it.
                if (!isRecorded)
                    await RecordAsync(record);
                isRecorded = true;
                await TakeAsync(record, batch, rejected);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await run;
        }

        record.EndedAt = Instant.Max(time.Now(), record.StartedAt);
        await RecordAsync(record);
        return new ImportResult(record, rejected);
    }

    private async Task TakeAsync(ImportRecord record, ImportBatch batch, List<ImportLine> rejected)
    {
        rejected.AddRange(batch.Bad.Take(MostNamed - rejected.Count));
        record.Rejected += batch.Bad.Count;
        record.Problem = batch.Cut;
        // The client may be gone; what it sent is stored all the same.
        await StoreAsync(record, batch.Good, CancellationToken.None);
    }

    /// <summary>Somebody may store the same jobs at the same moment: then the database lets only one through, and the other looks again.</summary>
    private async Task StoreAsync(ImportRecord record, List<SeenJob> seen, CancellationToken cancellationToken)
    {
        var (accepted, duplicates) = (record.Accepted, record.Duplicates);
        for (var tries = 1; ; tries++)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<ImportBatchStorage>().StoreAsync(record, seen, trustHighest: tries == 1, cancellationToken);
                return;
            }
            catch (Exception exception) when (tries < MostTries && (exception is DbException || exception.InnerException is DbException))
            {
                (record.Accepted, record.Duplicates) = (accepted, duplicates);
            }
        }
    }

    private async Task RecordAsync(ImportRecord record)
    {
        await using var transaction = await database.BeginAsync(CancellationToken.None);
        await history.SaveAsync(record, CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
    }
}

/// <param name="Rejected">Rows that were never handed on.</param>
public sealed record ImportSource(string Name, long Rejected);

/// <summary>What came of an import.</summary>
/// <param name="Rejected">The first rejected lines; the record counts all.</param>
public sealed record ImportResult(ImportRecord Record, IReadOnlyList<ImportLine> Rejected);
