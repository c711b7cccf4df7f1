using System.Collections.Concurrent;
using SmartTracker.Printers.Domain.Import;

namespace SmartTracker.Printers.Import;

/// <summary>Files between preview and confirmation. In memory only, because they hold passwords; forgotten after half an hour.</summary>
public sealed class PrinterImports(TimeProvider time)
{
    private const int MostAtOnce = 20;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<Guid, (long At, IReadOnlyList<CsvPrinter> Rows)> _waiting = new();

    public Guid Keep(IReadOnlyList<CsvPrinter> rows)
    {
        foreach (var old in _waiting.OrderByDescending(import => import.Value.At).Where((import, index) => index >= MostAtOnce - 1 || IsOld(import.Value.At)))
            _waiting.TryRemove(old.Key, out _);
        var id = Guid.NewGuid();
        _waiting[id] = (time.GetTimestamp(), rows);
        return id;
    }

    /// <summary>Null where it is not known any more.</summary>
    public IReadOnlyList<CsvPrinter>? Find(Guid id) => _waiting.TryGetValue(id, out var import) && !IsOld(import.At) ? import.Rows : null;

    /// <summary>The same, once: whoever confirms twice finds nothing.</summary>
    public IReadOnlyList<CsvPrinter>? Take(Guid id) => _waiting.TryRemove(id, out var import) && !IsOld(import.At) ? import.Rows : null;

    private bool IsOld(long at) => time.GetElapsedTime(at) > Remembered;
}
