using SmartTracker.Abstractions.Data;

namespace SmartTracker.Crash.Tests;

/// <summary>SQLite lives in the host's process, and so does the fault: <see cref="StartupHook"/> puts it there.</summary>
internal sealed class CrashableSqlite : CrashableDatabase
{
    public CrashableSqlite() => SqliteCommits.Watch(null);

    public override IReadOnlyList<FaultKind> Kinds { get; } = [FaultKind.KillBefore, FaultKind.KillAfter, FaultKind.KillLater];

    public override IReadOnlyDictionary<string, string?> Settings { get; } =
        new Dictionary<string, string?> { ["SmartTracker:Database:Provider"] = nameof(DatabaseEngine.Sqlite) };

    public override int Commits => SqliteCommits.Count;

    public override async Task<bool> StrikeAsync(Func<IReadOnlyDictionary<string, string>, HostProcess> start, Fault fault)
    {
        using var process = start(StartupHook.Environment(fault));
        await process.EndAsync();
        return process.WasKilled;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
