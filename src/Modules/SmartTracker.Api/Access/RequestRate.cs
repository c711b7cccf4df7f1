using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace SmartTracker.Api.Access;

/// <summary>Counts the requests of each key in the running minute.</summary>
public sealed class RequestRate(IOptions<ApiOptions> options, TimeProvider time)
{
    private readonly ConcurrentDictionary<Guid, Window> _windows = new();

    /// <summary>Null lets the request through; otherwise how long to wait.</summary>
    public TimeSpan? Count(Guid key)
    {
        var now = time.GetUtcNow();
        var minute = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
        var window = _windows.AddOrUpdate(
            key, _ => new Window(minute, 1), (_, last) => last.Start == minute ? last with { Requests = last.Requests + 1 } : new Window(minute, 1));
        return window.Requests <= options.Value.RequestsPerMinute ? null : minute.AddMinutes(1) - now;
    }

    private sealed record Window(DateTimeOffset Start, long Requests);
}
