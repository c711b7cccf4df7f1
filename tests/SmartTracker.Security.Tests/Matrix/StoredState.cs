using Microsoft.Data.Sqlite;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.TestHost;

namespace SmartTracker.Security.Tests.Matrix;

/// <summary>What all tenants have stored, so that a test can see that nothing was written, or put back what was.</summary>
internal sealed class StoredState : IDisposable
{
    private readonly RunningHost _host;
    private readonly IReadOnlyList<TenantOverview> _tenants;
    private readonly List<TenantStore> _stores;

    public StoredState(RunningHost host)
    {
        _host = host;
        _tenants = host.Tenants.List();
        _stores = [.. _tenants.Select(tenant => new TenantStore(Path.Combine(host.DataFolder, "Sites", tenant.Name, "smarttracker.db")))];
    }

    /// <summary>Whether anything was stored since the last look.</summary>
    public bool HasChanged() => _stores.Aggregate(false, (changed, store) => store.HasChanged() || changed) || Overview(_host.Tenants.List()) != Overview(_tenants);

    public async Task PutBackAsync()
    {
        foreach (var (before, now) in _tenants.Zip(_host.Tenants.List()))
        {
            if (now.State != before.State)
                await (before.State == TenantState.Running ? _host.Tenants.EnableAsync(now.Name, CancellationToken.None) : _host.Tenants.DisableAsync(now.Name, CancellationToken.None));
            var (missing, added) = (before.Features.Except(now.Features).ToList(), now.Features.Except(before.Features).ToList());
            if (missing.Count + added.Count > 0)
                await _host.Tenants.ChangeFeaturesAsync(now.Name, missing, added, CancellationToken.None);
        }

        foreach (var store in _stores)
            store.PutBack();
    }

    public void Dispose() => _stores.ForEach(store => store.Dispose());

    private static string Overview(IEnumerable<TenantOverview> tenants) =>
        string.Join('\n', tenants.Select(tenant => $"{tenant.Name} {tenant.State} {string.Join(',', tenant.Features)}"));

    private sealed class TenantStore : IDisposable
    {
        private readonly SqliteConnection _live;
        private readonly SqliteConnection _copy = new("Data Source=:memory:");
        private long _seen;

        public TenantStore(string file)
        {
            _live = new SqliteConnection($"Data Source={file};Pooling=False");
            _live.Open();
            _copy.Open();
            _live.BackupDatabase(_copy);
            _seen = Version();
        }

        public bool HasChanged()
        {
            var version = Version();
            var changed = version != _seen;
            _seen = version;
            return changed;
        }

        public void PutBack()
        {
            _copy.BackupDatabase(_live);
            _seen = Version();
        }

        public void Dispose()
        {
            _live.Dispose();
            _copy.Dispose();
        }

        // SQLite counts the commits of all other connections.
        private long Version()
        {
            using var command = _live.CreateCommand();
            command.CommandText = "PRAGMA data_version";
            return (long)command.ExecuteScalar()!;
        }
    }
}
