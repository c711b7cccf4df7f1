using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Web;

namespace SmartTracker.TenantBench;

/// <summary>A data folder with a provider and many customers that have every module a customer can have. One is really set up, the others are
/// copies of its folder, because setting up is not what is measured.</summary>
internal static class TenantFarm
{
    private const string First = "t000";

    public static string NameOf(int tenant) => $"t{tenant:000}";

    public static async Task PlantAsync(string folder, int count)
    {
        await using (var app = SmartTrackerHost.Build(Options(folder, "http://127.0.0.1:0")))
        {
            var tenants = app.Services.GetRequiredService<ITenants>();
            var admin = new Dictionary<string, string> { ["adminUserName"] = "admin", ["adminPassword"] = "four words are plenty" };
            await tenants.CreateAsync(new NewTenant(Tenant.DefaultName, "provider", "", Parameters: admin), CancellationToken.None);
            await tenants.CreateAsync(new NewTenant(First, "customer", First, Parameters: admin), CancellationToken.None);
            var all = tenants.ListFeatures().Where(feature => feature is { DefaultTenantOnly: false, IsAlwaysEnabled: false }).Select(feature => feature.Id).ToArray();
            await tenants.ChangeFeaturesAsync(First, all, [], CancellationToken.None);
            // Migrates what was added.
            await tenants.RunAsync(First, _ => Task.FromResult(true), CancellationToken.None);
        }

        SqliteConnection.ClearAllPools();
        Copy(folder, count);
    }

    public static Web.HostOptions Options(string folder, string url) => new(folder, url, new Dictionary<string, string?>
    {
        ["SmartTracker:BackgroundWork"] = "false",
        ["Logging:LogLevel:Default"] = "Error",
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Error",
        ["Logging:LogLevel:SmartTracker.Web"] = "Error",
    });

    private static void Copy(string folder, int count)
    {
        var list = Path.Combine(folder, "tenants.json");
        var tenants = JsonNode.Parse(File.ReadAllText(list))!.AsObject();
        for (var i = 1; i <= count; i++)
        {
            var (name, entry) = (NameOf(i), tenants[First]!.DeepClone().AsObject());
            (entry["RequestUrlPrefix"], entry["TenantId"], entry["VersionId"]) = (name, Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString("N"));
            tenants[name] = entry;
            Directory.CreateDirectory(Path.Combine(folder, "Sites", name));
            foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "Sites", First)).Where(file => Path.GetFileName(file)[0] != '.'))
                File.Copy(file, Path.Combine(folder, "Sites", name, Path.GetFileName(file)));
        }

        File.WriteAllText(list, tenants.ToJsonString());
    }
}
