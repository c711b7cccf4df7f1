using System.Text.Json;
using SmartTracker.Agent.Files;
using SmartTracker.Protocols.Agent.Visits;

namespace SmartTracker.Agent.Outbox;

/// <summary>Visits on their way to the host: one file each, written before anything else happens and deleted when the host has said that it
/// stored them. Also knows where the agent stands with each printer: in the newest visit that waits, else in a mark beside the outbox.</summary>
public sealed class VisitOutbox
{
    private const string Unfinished = ".tmp";

    private readonly string _folder;
    private readonly Lock _lock = new();
    private readonly SortedDictionary<long, OutboxEntry> _waiting = [];
    private readonly Dictionary<Guid, VisitMark> _marks = [];
    private int _setAside;
    private long _bytes;
    private long _last;

    private VisitOutbox(string folder) => _folder = folder;

    /// <summary>Told of each step; a test ends the world in it.</summary>
    public Action<OutboxStep> Reached { get; init; } = _ => { };

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<OutboxEntry> Waiting
    {
        get
        {
            lock (_lock)
                return [.. _waiting.Values];
        }
    }

    public OutboxSize Size
    {
        get
        {
            lock (_lock)
                return new(_waiting.Count, _bytes, _waiting.Count == 0 ? null : _waiting.Values.First().StartedAt, _setAside);
        }
    }

    private string RefusedFolder => Path.Combine(_folder, "refused");

    private string MarksFolder => Path.Combine(_folder, "marks");

    public static async Task<VisitOutbox> OpenAsync(string folder, CancellationToken cancellationToken, Action<OutboxStep>? reached = null)
    {
        var outbox = new VisitOutbox(folder) { Reached = reached ?? (_ => { }) };
        foreach (var each in new[] { folder, outbox.RefusedFolder, outbox.MarksFolder })
            PrivateFolder.Create(each);
        await outbox.ReadAsync(cancellationToken);
        return outbox;
    }

    /// <summary>Where the agent stands with a printer by its own knowledge; null where the host knows best.</summary>
    public VisitMark? MarkOf(Guid printer)
    {
        lock (_lock)
            return _marks.GetValueOrDefault(printer);
    }

    /// <summary>Printers of which the host has everything that was fetched, although a mark is still there.</summary>
    public IReadOnlyList<Guid> Settled()
    {
        lock (_lock)
        {
            var waiting = _waiting.Values.Select(entry => entry.PrinterId).ToHashSet();
            return [.. _marks.Keys.Where(printer => !waiting.Contains(printer))];
        }
    }

    /// <summary>The host gave a new plan, asked for after these were settled: from now on it says where to go on.</summary>
    public void Forget(IEnumerable<Guid> settled)
    {
        lock (_lock)
        {
            foreach (var printer in settled.Intersect(Settled()).ToList())
            {
                File.Delete(MarkFile(printer));
                _marks.Remove(printer);
            }
        }
    }

    /// <summary>Returns when the visit is on the disk.</summary>
    public async Task AddAsync(AgentVisit visit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var number = Interlocked.Increment(ref _last);
        var file = Path.Combine(_folder, OutboxEntry.NameOf(number, visit.PrinterId, visit.Id, visit.StartedAt));
        Reached(OutboxStep.Begun);
        long bytes;
        try
        {
            await using var stream = new FileStream(file + Unfinished, PrivateFolder.Options());
            await VisitFormat.WriteAsync(visit, stream, VisitLimits.Usual, cancellationToken);
            Reached(OutboxStep.Written);
            stream.Flush(flushToDisk: true);
            bytes = stream.Length;
        }
        catch (Exception exception) when (exception is IOException or VisitFormatException or OperationCanceledException)
        {
            File.Delete(file + Unfinished);
            throw;
        }

        Reached(OutboxStep.Flushed);
        lock (_lock)
        {
            File.Move(file + Unfinished, file);
            Reached(OutboxStep.Added);
            Take(new OutboxEntry(file, number, visit.PrinterId, visit.Id, visit.StartedAt, bytes), visit.After);
        }
    }

    /// <summary>The host has it.</summary>
    public async Task DeliveredAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var mark = await ReadMarkAsync(entry, cancellationToken);
        lock (_lock)
        {
            // First the mark: what is in neither place is forgotten, and fetched again.
            if (mark is not null)
                PrivateFolder.Write(MarkFile(entry.PrinterId), JsonSerializer.SerializeToUtf8Bytes(mark, LocalJson.Default.VisitMark));
            Reached(OutboxStep.MarkWritten);
            File.Delete(entry.File);
            Reached(OutboxStep.Deleted);
            Leave(entry);
        }
    }

    /// <summary>The host will never take it: it is kept beside the outbox for a person, and the host says where to go on.</summary>
    public void SetAside(OutboxEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        lock (_lock)
        {
            File.Move(entry.File, Path.Combine(RefusedFolder, Path.GetFileName(entry.File)), overwrite: true);
            Leave(entry);
            _setAside++;
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        foreach (var unfinished in Directory.EnumerateFiles(_folder, "*" + Unfinished, SearchOption.AllDirectories))
            File.Delete(unfinished);
        _setAside = Directory.EnumerateFiles(RefusedFolder).Count();
        foreach (var file in new DirectoryInfo(MarksFolder).EnumerateFiles("*.json"))
        {
            if (Guid.TryParseExact(Path.GetFileNameWithoutExtension(file.Name), "N", out var printer) && await ReadMarkAsync(file.FullName, cancellationToken) is { } mark)
                _marks[printer] = mark;
        }

        foreach (var entry in new DirectoryInfo(_folder).EnumerateFiles("*" + OutboxEntry.Extension).Select(OutboxEntry.Parse).OfType<OutboxEntry>())
        {
            _waiting.Add(entry.Number, entry);
            _bytes += entry.Bytes;
            _last = Math.Max(_last, entry.Number);
        }

        foreach (var printer in _waiting.Values.GroupBy(entry => entry.PrinterId))
        {
            foreach (var entry in printer.Reverse())
            {
                if (await ReadMarkAsync(entry, cancellationToken) is not { } mark)
                    continue;
                _marks[printer.Key] = mark;
                break;
            }
        }
    }

    private static async Task<VisitMark?> ReadMarkAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return JsonSerializer.Deserialize(await File.ReadAllBytesAsync(file, cancellationToken), LocalJson.Default.VisitMark);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Null where the disk has damaged it: the host will refuse it and say where to go on.
    private static async Task<VisitMark?> ReadMarkAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = File.OpenRead(entry.File);
            return (await VisitFormat.ReadMarkAsync(stream, VisitLimits.Usual, cancellationToken)).After;
        }
        catch (VisitFormatException)
        {
            return null;
        }
    }

    private void Take(OutboxEntry entry, VisitMark mark)
    {
        _waiting.Add(entry.Number, entry);
        _bytes += entry.Bytes;
        _marks[entry.PrinterId] = mark;
    }

    private void Leave(OutboxEntry entry)
    {
        if (_waiting.Remove(entry.Number))
            _bytes -= entry.Bytes;
    }

    private string MarkFile(Guid printer) => Path.Combine(MarksFolder, printer.ToString("N") + ".json");
}
