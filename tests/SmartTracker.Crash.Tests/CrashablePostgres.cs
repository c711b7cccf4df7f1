using Npgsql;
using SmartTracker.Abstractions.Data;
using SmartTracker.TestHost;

namespace SmartTracker.Crash.Tests;

/// <summary>A database of its own; between it and the hosts stands a proxy.</summary>
internal sealed class CrashablePostgres : CrashableDatabase
{
    private readonly string _name = "st_" + Guid.NewGuid().ToString("N");
    private readonly PostgresProxy _proxy;

    public CrashablePostgres()
    {
        Postgres.Execute($"CREATE DATABASE {_name}");
        var server = new NpgsqlConnectionStringBuilder(Postgres.Server) { Database = _name, MaxPoolSize = 20, SslMode = SslMode.Disable };
        _proxy = new PostgresProxy(server);
        Settings = new Dictionary<string, string?>
        {
            ["SmartTracker:Database:Provider"] = nameof(DatabaseEngine.Postgres),
            ["SmartTracker:Database:ConnectionString"] = _proxy.ConnectionString,
        };
    }

    public override IReadOnlyList<FaultKind> Kinds { get; } = Enum.GetValues<FaultKind>();

    public override IReadOnlyDictionary<string, string?> Settings { get; }

    public override int Commits => _proxy.Commits;

    public override async Task<bool> StrikeAsync(Func<IReadOnlyDictionary<string, string>, HostProcess> start, Fault fault)
    {
        var struck = _proxy.Arm(fault);
        using var process = start(new Dictionary<string, string>());
        await Task.WhenAny(struck, process.Ended);
        _proxy.Disarm();
        if (!struck.IsCompleted)
            return false;
        if (fault.Kind is FaultKind.KillBefore or FaultKind.KillAfter or FaultKind.KillLater)
            await process.KillAsync();
        var (code, words) = await process.EndAsync();
        // A host that lives on has to find out by itself what became of its commit. It may fail, but with a sentence.
        Assert.True(process.WasKilled || code is 0 or 1, $"Ended with {code}: {words}");
        return true;
    }

    public override async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await _proxy.DisposeAsync();
        Postgres.Execute($"DROP DATABASE {_name} WITH (FORCE)");
    }
}
