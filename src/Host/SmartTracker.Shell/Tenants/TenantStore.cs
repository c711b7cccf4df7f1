using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace SmartTracker.Shell.Tenants;

/// <summary>Reads and writes the tenants' files. Another process may change them: they are read again when their time stamp changes.</summary>
public sealed class TenantStore(DataFolder folder, TimeProvider time)
{
    /// <summary>Two writes may share a time stamp; after so long a later write has a later one.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private Dictionary<string, (ShellSettings Settings, DateTime SiteWritten)> _tenants = new(StringComparer.OrdinalIgnoreCase);
    private IReadOnlyList<ShellSettings> _list = [];
    private ShellRouter _router = new([]);
    private DateTime _readFrom;
    private long _checkedAt;

    /// <summary>Default first, then by name.</summary>
    public IReadOnlyList<ShellSettings> List()
    {
        lock (_gate)
        {
            Refresh();
            return _list;
        }
    }

    public ShellSettings? Find(string tenant)
    {
        lock (_gate)
        {
            Refresh();
            return _tenants.GetValueOrDefault(tenant).Settings;
        }
    }

    /// <summary>As the file is at this moment, for decisions that a second's delay would make wrong.</summary>
    public ShellSettings? FindNow(string tenant)
    {
        lock (_gate)
        {
            Read();
            return _tenants.GetValueOrDefault(tenant).Settings;
        }
    }

    /// <summary>Whose request it is; null where there is no Default tenant yet and nobody else claims it.</summary>
    public ShellSettings? Match(HostString host, PathString path)
    {
        ShellRouter router;
        lock (_gate)
        {
            Refresh();
            router = _router;
        }

        return router.Match(host, path);
    }

    /// <summary>Changes one tenant under the folder's lock. The change sees what is stored now (null if nothing) and answers what shall be stored (null to remove).</summary>
    public async Task<ShellSettings?> UpdateAsync(string tenant, Func<ShellSettings?, ShellSettings?> change, CancellationToken cancellationToken)
    {
        using var held = await FileLock.TakeAsync(folder.LockFile, time, cancellationToken);
        lock (_gate)
        {
            Read();
            var changed = change(_tenants.GetValueOrDefault(tenant).Settings);
            if (changed is null)
            {
                _tenants.Remove(tenant);
            }
            else
            {
                changed = changed with { VersionId = ShellSettings.NewVersion() };
                DataFolder.WriteAtomically(folder.SiteFile(tenant), TenantJson.Site(changed).ToJsonString(TenantJson.Options), secret: true);
                _tenants[tenant] = (changed, File.GetLastWriteTimeUtc(folder.SiteFile(tenant)));
            }

            DataFolder.WriteAtomically(
                folder.TenantsFile, JsonSerializer.Serialize(_tenants.Values.ToDictionary(known => known.Settings.Name, known => TenantJson.Tenant(known.Settings)), TenantJson.Options));
            _readFrom = File.GetLastWriteTimeUtc(folder.TenantsFile);
            Publish();
            return changed;
        }
    }

    private void Refresh()
    {
        // Once a second is often enough for a change by another process, and keeps the file system out of every request.
        if (_checkedAt != 0 && time.GetElapsedTime(_checkedAt) < TimeSpan.FromSeconds(1))
            return;
        var first = _checkedAt == 0;
        _checkedAt = time.GetTimestamp();
        var written = File.GetLastWriteTimeUtc(folder.TenantsFile);
        if (written == _readFrom && time.GetUtcNow().UtcDateTime - written > Settled)
            return;

        try
        {
            Read();
        }
        catch (JsonException) when (!first)
        {
            // Somebody is editing the file by hand. What was read before stays true until the file can be read again.
        }
    }

    private void Read()
    {
        if (!File.Exists(folder.TenantsFile))
        {
            _tenants.Clear();
            Publish();
            return;
        }

        var written = File.GetLastWriteTimeUtc(folder.TenantsFile);
        var stored = JsonSerializer.Deserialize<Dictionary<string, JsonObject>>(File.ReadAllText(folder.TenantsFile), TenantJson.Options)!;
        _tenants = stored.ToDictionary(pair => pair.Key, pair => Read(pair.Key, pair.Value), StringComparer.OrdinalIgnoreCase);
        _readFrom = written;
        Publish();
    }

    /// <summary>What is known already is kept, so that a change of one tenant among thousands reads one file.</summary>
    private (ShellSettings, DateTime) Read(string name, JsonObject tenant)
    {
        var file = folder.SiteFile(name);
        var written = File.GetLastWriteTimeUtc(file);
        if (_tenants.TryGetValue(name, out var known) && known.SiteWritten == written
            && JsonNode.DeepEquals(tenant, TenantJson.Tenant(known.Settings)))
        {
            return known;
        }

        var site = File.Exists(file) ? JsonNode.Parse(File.ReadAllText(file))!.AsObject() : [];
        return (TenantJson.Read(name, tenant, site), written);
    }

    private void Publish()
    {
        _list = [.. _tenants.Values.Select(known => known.Settings).OrderBy(settings => !settings.IsDefault).ThenBy(settings => settings.Name, StringComparer.Ordinal)];
        _router = new(_list);
    }
}
