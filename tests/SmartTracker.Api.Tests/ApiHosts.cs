using Microsoft.Extensions.Time.Testing;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Api.Tests;

/// <summary>One host on each database for all stories that bring their own data, at noon of 20 November 2026.</summary>
public sealed class ApiHosts : IAsyncLifetime
{
    /// <summary>More than a story asks with one key, and few enough to reach.</summary>
    public const int RequestsPerMinute = 60;

    private readonly Dictionary<DatabaseEngine, ApiHost> _hosts = [];

    internal async Task<ApiHost> OnAsync(DatabaseEngine engine)
    {
        if (!_hosts.TryGetValue(engine, out var host))
            _hosts[engine] = host = await FreshAsync(engine);
        return host;
    }

    /// <summary>For a story that counts what is there.</summary>
    internal static Task<ApiHost> FreshAsync(DatabaseEngine engine) => ApiHost.StartAsync(
        engine,
        new FakeTimeProvider(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero)),
        settings: new Dictionary<string, string?> { ["SmartTracker:Api:RequestsPerMinute"] = RequestsPerMinute.ToString(System.Globalization.CultureInfo.InvariantCulture) });

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts.Values)
            await host.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class OnApiHosts : ICollectionFixture<ApiHosts>
{
    public const string Name = "API hosts";
}
