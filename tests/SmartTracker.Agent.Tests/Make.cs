using System.Text;
using SmartTracker.Protocols.Agent.Plans;
using SmartTracker.Protocols.Agent.Visits;

namespace SmartTracker.Agent.Tests;

internal static class Make
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static readonly Uri Address = new("https://10.20.4.32:443/");

    public static AgentVisit Visit(Guid? printer = null, string? cursor = "queue/1", DateTimeOffset? at = null, string body = "<jobs/>", string? paused = null) => new()
    {
        Id = Guid.CreateVersion7(),
        PrinterId = printer ?? Guid.CreateVersion7(),
        Address = Address,
        StartedAt = at ?? Noon,
        Jobs = new VisitFetch("piws", [new("/PI/JQ", at ?? Noon, 200, "text/xml", true, Encoding.UTF8.GetBytes(body))], null, null),
        After = new VisitMark(cursor, Address, null, paused),
    };

    public static PlannedPrinter Planned(Guid? id = null, int everySeconds = 300, bool isStopped = false) => new()
    {
        Id = id ?? Guid.CreateVersion7(),
        Name = "Plotter",
        Address = Address,
        Protocol = "piws",
        EverySeconds = everySeconds,
        DeadlineSeconds = 10,
        IsStopped = isStopped,
        Cursor = "host/1",
    };

    public static async Task<byte[]> PackAsync(AgentVisit visit)
    {
        using var packed = new MemoryStream();
        await VisitFormat.WriteAsync(visit, packed, VisitLimits.Usual, CancellationToken.None);
        return packed.ToArray();
    }

    public static Task<AgentVisit> UnpackAsync(byte[] packed, VisitLimits? limits = null) =>
        VisitFormat.ReadAsync(new MemoryStream(packed), limits ?? VisitLimits.Usual, CancellationToken.None);
}
