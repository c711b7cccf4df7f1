using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Shell.Tenants;

/// <summary>Reads and writes the tenants' files. Another process may change them: they are read again when their time stamp changes.</summary>
public sealed class TenantStore(DataFolder folder, TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly Lock _gate = new();
    private Dictionary<string, ShellSettings> _tenants = new(StringComparer.OrdinalIgnoreCase);
    private DateTime _readFrom;
    private long _checkedAt;

    /// <summary>Default first, then by name.</summary>
    public IReadOnlyList<ShellSettings> List()
    {
        lock (_gate)
        {
            Refresh();
            return [.. _tenants.Values.OrderBy(settings => !settings.IsDefault).ThenBy(settings => settings.Name, StringComparer.Ordinal)];
        }
    }

    public ShellSettings? Find(string tenant)
    {
        lock (_gate)
        {
            Refresh();
            return _tenants.GetValueOrDefault(tenant);
        }
    }

    /// <summary>Changes one tenant under the folder's lock. The change sees what is stored now (null if nothing) and answers what shall be stored (null to remove).</summary>
    public async Task<ShellSettings?> UpdateAsync(string tenant, Func<ShellSettings?, ShellSettings?> change, CancellationToken cancellationToken)
    {
        using var held = await FileLock.TakeAsync(folder.LockFile, time, cancellationToken);
        lock (_gate)
        {
            Read();
            var changed = change(_tenants.GetValueOrDefault(tenant));
            if (changed is null)
            {
                _tenants.Remove(tenant);
            }
            else
            {
                changed = changed with { VersionId = ShellSettings.NewVersion() };
                DataFolder.WriteAtomically(folder.SiteFile(tenant), SiteJson(changed).ToJsonString(Json));
                _tenants[tenant] = changed;
            }

            DataFolder.WriteAtomically(folder.TenantsFile, JsonSerializer.Serialize(_tenants.Values.ToDictionary(settings => settings.Name, TenantJson), Json));
            _readFrom = File.GetLastWriteTimeUtc(folder.TenantsFile);
            return changed;
        }
    }

    private void Refresh()
    {
        // Once a second is often enough for a change by another process, and keeps the file system out of every request.
        if (_checkedAt != 0 && time.GetElapsedTime(_checkedAt) < TimeSpan.FromSeconds(1))
            return;
        _checkedAt = time.GetTimestamp();
        if (File.GetLastWriteTimeUtc(folder.TenantsFile) != _readFrom)
            Read();
    }

    private void Read()
    {
        if (!File.Exists(folder.TenantsFile))
        {
            _tenants.Clear();
            return;
        }

        _readFrom = File.GetLastWriteTimeUtc(folder.TenantsFile);
        var stored = JsonSerializer.Deserialize<Dictionary<string, JsonObject>>(File.ReadAllText(folder.TenantsFile), Json)!;
        _tenants = stored.ToDictionary(pair => pair.Key, pair => FromJson(pair.Key, pair.Value), StringComparer.OrdinalIgnoreCase);
    }

    private ShellSettings FromJson(string name, JsonObject tenant)
    {
        var file = folder.SiteFile(name);
        var site = File.Exists(file) ? JsonNode.Parse(File.ReadAllText(file))!.AsObject() : [];
        var settings = new ShellSettings
        {
            Name = name,
            State = Enum.Parse<TenantState>(Text(tenant, nameof(ShellSettings.State), nameof(TenantState.Uninitialized))),
            RequestUrlHost = Text(tenant, nameof(ShellSettings.RequestUrlHost)),
            RequestUrlPrefix = Text(tenant, nameof(ShellSettings.RequestUrlPrefix)),
            TenantId = Text(tenant, nameof(ShellSettings.TenantId)),
            VersionId = Text(tenant, nameof(ShellSettings.VersionId)),
            DatabaseProvider = Enum.Parse<DatabaseEngine>(Text(site, nameof(ShellSettings.DatabaseProvider), nameof(DatabaseEngine.Sqlite))),
            ConnectionString = Text(site, nameof(ShellSettings.ConnectionString)),
            TablePrefix = Text(site, nameof(ShellSettings.TablePrefix)),
            Schema = Text(site, nameof(ShellSettings.Schema)),
            RecipeName = Text(site, nameof(ShellSettings.RecipeName)),
            Secret = Text(site, nameof(ShellSettings.Secret)),
            Features = site[nameof(ShellSettings.Features)]?.Deserialize<string[]>(Json) ?? [],
            Site = site[nameof(ShellSettings.Site)]?.Deserialize<SiteSettings>(Json) ?? new(),
        };
        foreach (var known in SiteJson(settings with { Other = [] }).Select(pair => pair.Key).ToArray())
            site.Remove(known);
        return settings with { Other = site };
    }

    private static JsonObject TenantJson(ShellSettings settings) => new()
    {
        [nameof(settings.State)] = settings.State.ToString(),
        [nameof(settings.RequestUrlHost)] = settings.RequestUrlHost,
        [nameof(settings.RequestUrlPrefix)] = settings.RequestUrlPrefix,
        [nameof(settings.TenantId)] = settings.TenantId,
        [nameof(settings.VersionId)] = settings.VersionId,
    };

    private static JsonObject SiteJson(ShellSettings settings)
    {
        var json = new JsonObject
        {
            [nameof(settings.DatabaseProvider)] = settings.DatabaseProvider.ToString(),
            [nameof(settings.ConnectionString)] = settings.ConnectionString,
            [nameof(settings.TablePrefix)] = settings.TablePrefix,
            [nameof(settings.Schema)] = settings.Schema,
            [nameof(settings.RecipeName)] = settings.RecipeName,
            [nameof(settings.Secret)] = settings.Secret,
            [nameof(settings.Features)] = JsonSerializer.SerializeToNode(settings.Features, Json),
            [nameof(settings.Site)] = JsonSerializer.SerializeToNode(settings.Site, Json),
        };
        foreach (var (key, value) in settings.Other)
            json[key] = value?.DeepClone();
        return json;
    }

    private static string Text(JsonObject json, string key, string otherwise = "") => (string?)json[key] ?? otherwise;
}
