using System.Text.Json.Nodes;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Shell.Tests;

public sealed class TenantStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smarttracker-store-").FullName;

    [Fact]
    public async Task What_is_stored_is_read_by_another_process()
    {
        var settings = new ShellSettings
        {
            Name = "acme",
            State = TenantState.Running,
            RequestUrlPrefix = "acme",
            Features = ["SmartTracker.Printers"],
            Site = new SiteSettings { SiteName = "Acme & Söhne", AccentHue = 12.5m },
            Other = new JsonObject { ["Collection"] = new JsonObject { ["EveryMinutes"] = 5 } },
        };
        var stored = await Store().UpdateAsync("acme", _ => settings, CancellationToken.None);

        var read = Store().Find("ACME")!;
        Assert.Equal(settings.Site, read.Site);
        Assert.Equal(settings.Features, read.Features);
        Assert.Equal(stored!.VersionId, read.VersionId);
        Assert.Equal(5, (int)read.Other["Collection"]!["EveryMinutes"]!);
    }

    [Fact]
    public async Task Every_change_gives_a_new_version_and_a_removed_tenant_is_gone()
    {
        var store = Store();
        var first = await store.UpdateAsync("acme", _ => new ShellSettings { Name = "acme" }, CancellationToken.None);
        var second = await store.UpdateAsync("acme", stored => stored! with { State = TenantState.Disabled }, CancellationToken.None);
        Assert.NotEqual(first!.VersionId, second!.VersionId);

        await store.UpdateAsync("acme", _ => null, CancellationToken.None);
        Assert.Null(Store().Find("acme"));
    }

    [Fact]
    public async Task Changes_of_many_processes_at_once_are_all_kept()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() =>
            Store().UpdateAsync("t" + i, _ => new ShellSettings { Name = "t" + i }, CancellationToken.None))));
        Assert.Equal(12, Store().List().Count);
        Assert.DoesNotContain(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories), file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private TenantStore Store() => new(new DataFolder(_folder), TimeProvider.System);
}
