using System.Collections.Concurrent;
using SmartTracker.Collection.Domain;

namespace SmartTracker.Collection.Profiles;

/// <summary>Keeps the rejected rows of the last uploads until somebody has read them; in memory, so that no copy of a file's names is stored for good.</summary>
public sealed class ImportReports(TimeProvider time)
{
    private const int Most = 50;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(2);

    private readonly ConcurrentDictionary<ImportId, (ProfileImport Import, DateTimeOffset At)> _reports = new();

    public void Add(ProfileImport import)
    {
        ArgumentNullException.ThrowIfNull(import);
        var now = time.GetUtcNow();
        var newest = _reports.OrderByDescending(report => report.Value.At).ToList();
        foreach (var (id, report) in newest.Where((known, place) => place >= Most - 1 || known.Value.At < now - Kept))
            _reports.TryRemove(new(id, report));
        _reports[import.Result!.Record.Id] = (import, now);
    }

    public ProfileImport? Find(ImportId id) => _reports.TryGetValue(id, out var report) && report.At >= time.GetUtcNow() - Kept ? report.Import : null;
}
