using System.Threading.Channels;
using SmartTracker.Collection.Data;

namespace SmartTracker.Collection.Import;

/// <summary>Some lines of an import.</summary>
/// <param name="Cut">Why the document ended before its end, on the last batch; else null.</param>
internal sealed record ImportBatch(List<SeenJob> Good, List<ImportLine> Bad, string? Cut);

/// <summary>Reads and words the next batch while the one before is being stored; no more than three are in memory.</summary>
internal sealed class ImportReading(Stream body, IImportSyntax syntax, ImportOrigins origins)
{
    public const int BatchSize = 10_000;

    private readonly Channel<ImportBatch> _batches = Channel.CreateBounded<ImportBatch>(1);
    private readonly LineReader _lines = new(body, syntax.IsQuoted);
    private List<SeenJob> _good = [];
    private List<ImportLine> _bad = [];

    public ChannelReader<ImportBatch> Batches => _batches.Reader;

    /// <summary>Ends with the document, or with the connection: then what arrived is sent on all the same.</summary>
    /// <param name="stop">Nobody takes batches any more.</param>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            var cut = await ReadAsync(stop);
            await SendAsync(cut, stop);
            _batches.Writer.Complete();
        }
        catch (Exception exception)
        {
            _batches.Writer.Complete(exception);
        }
    }

    /// <summary>Why it ended before its end, or null.</summary>
    private async Task<string?> ReadAsync(CancellationToken stop)
    {
        while (true)
        {
            if (await TryFillAsync(stop) is { } end)
                return end.Length == 0 ? null : end;
            while (Parse())
                await SendAsync(null, stop);
        }
    }

    /// <summary>Null after more was read, empty at the end, or why it ended before.</summary>
    private async Task<string?> TryFillAsync(CancellationToken stop)
    {
        try
        {
            return await _lines.FillAsync(stop) ? null : "";
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            if (_lines.HasRest)
                _bad.Add(ImportLine.Bad(_lines.Line + 1, null, "The line is cut off."));
            return exception is ImportTooLargeException ? exception.Message : "The body ended in the middle.";
        }
    }

    /// <summary>Reads what is at hand; true where a batch is full.</summary>
    private bool Parse()
    {
        while (_lines.TryRead(out var record))
        {
            var line = _lines.Fault is { } fault ? ImportLine.Bad(_lines.RecordLine, null, fault + ".") : syntax.Read(_lines.RecordLine, record);
            if (line is { } read)
                Take(read);
            if (_good.Count >= BatchSize || _bad.Count >= BatchSize)
                return true;
        }

        return false;
    }

    private void Take(ImportLine line)
    {
        if (line.Row is null)
            _bad.Add(_lines.IsLast && line.Field is null ? line with { Reason = line.Reason + " It is the last one; the file may be cut off." } : line);
        else if (origins.Find(line.Row) is { } seen)
            _good.Add(seen);
        else
            _bad.Add(ImportLine.Bad(line.Number, "printerSerial", $"No printer with the serial number {line.Row.PrinterSerial} is registered. Register it first."));
    }

    private async Task SendAsync(string? cut, CancellationToken stop)
    {
        await _batches.Writer.WriteAsync(new ImportBatch(_good, _bad, cut), stop);
        (_good, _bad) = ([], []);
    }
}
