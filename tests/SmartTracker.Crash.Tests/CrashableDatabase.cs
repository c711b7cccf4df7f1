using SmartTracker.Abstractions.Data;

namespace SmartTracker.Crash.Tests;

/// <summary>A database that sees every COMMIT and can make the host come to a bad end around one of them.</summary>
internal abstract class CrashableDatabase : IAsyncDisposable
{
    /// <summary>What can happen here.</summary>
    public abstract IReadOnlyList<FaultKind> Kinds { get; }

    /// <summary>The host's settings.</summary>
    public abstract IReadOnlyDictionary<string, string?> Settings { get; }

    /// <summary>What hosts in this process committed so far.</summary>
    public abstract int Commits { get; }

    public static CrashableDatabase Create(DatabaseEngine engine) =>
        engine == DatabaseEngine.Sqlite ? new CrashableSqlite() : new CrashablePostgres();

    /// <summary>Runs the host until the fault struck. False where it ended before.</summary>
    public abstract Task<bool> StrikeAsync(Func<IReadOnlyDictionary<string, string>, HostProcess> start, Fault fault);

    public abstract ValueTask DisposeAsync();
}
