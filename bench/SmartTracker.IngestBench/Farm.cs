using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Api.Domain;
using SmartTracker.Api.Keys;
using SmartTracker.Printers.Registry;
using SmartTracker.Web;

namespace SmartTracker.IngestBench;

/// <summary>A data folder with tenants that have the printers of <see cref="BenchJob"/>: one to warm up, one to import into, one for the bare loop.</summary>
internal static class Farm
{
    public const string Warm = "warm";
    public const string Imported = "imported";
    public const string Bare = "bare";

    /// <summary>Answers a key for each tenant.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> PlantAsync(string folder, DatabaseEngine engine, string? connection, bool withPrices)
    {
        var recipes = Directory.CreateDirectory(Path.Combine(folder, "recipes")).FullName;
        await File.WriteAllTextAsync(Path.Combine(recipes, "bench.recipe.json"), Recipe(withPrices));
        await using var app = SmartTrackerHost.Build(new Web.HostOptions(Path.Combine(folder, "App_Data"), "http://127.0.0.1:0", Settings(folder, engine, connection)));
        var tenants = app.Services.GetRequiredService<ITenants>();
        var keys = new Dictionary<string, string>();
        foreach (var tenant in new[] { Tenant.DefaultName, Warm, Imported, Bare })
        {
            await tenants.CreateAsync(new NewTenant(tenant, "bench", tenant == Tenant.DefaultName ? "" : tenant), CancellationToken.None);
            if (tenant != Tenant.DefaultName)
                keys[tenant] = await tenants.RunAsync(tenant, RegisterAsync, CancellationToken.None);
        }

        return keys;
    }

    public static Dictionary<string, string?> Settings(string folder, DatabaseEngine engine, string? connection) => new()
    {
        ["SmartTracker:BackgroundWork"] = "false",
        ["SmartTracker:Recipes"] = Path.Combine(folder, "recipes"),
        ["SmartTracker:Database:Provider"] = engine.ToString(),
        ["SmartTracker:Database:ConnectionString"] = connection,
        ["Logging:LogLevel:Default"] = "Error",
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Error",
        ["Logging:LogLevel:SmartTracker.Web"] = "Error",
    };

    private static async Task<string> RegisterAsync(IServiceProvider services)
    {
        var registrar = services.GetRequiredService<PrinterRegistrar>();
        for (var i = 0; i < BenchJob.Printers; i++)
        {
            var draft = new PrinterDraft($"Printer {i}", $"printer{i}.example", "piws", null, AllowLegacyTls: false) { SerialNumber = BenchJob.SerialNumber(i) };
            await registrar.RegisterAsync(draft, CancellationToken.None);
        }

        var issuer = services.GetRequiredService<ApiKeyIssuer>();
        return (await issuer.CreateAsync(new NewApiKey("bench", ["Administrator"], null, "bench"), CancellationToken.None)).Text.Text;
    }

    private static string Recipe(bool withPrices) => $$"""
        {
          "name": "bench",
          "steps": [
            { "name": "feature", "enable": ["SmartTracker.Api", "SmartTracker.Collection"{{(withPrices ? ", \"SmartTracker.Costing\"" : "")}}] },
            { "name": "settings", "TimeZoneId": "Europe/Berlin", "Currency": "EUR", "Culture": "en" }{{(withPrices ? Prices : "")}}
          ]
        }
        """;

    private const string Prices = """
        ,
            { "name": "CostRules", "CostRules": [ { "ValidFrom": "2020-01-01", "Currency": "EUR", "Rates": [ { "Measure": "MediaArea", "UnitPrice": "4.20" }, { "Measure": "Ink", "UnitPrice": "0.35" } ] } ] }
        """;
}
