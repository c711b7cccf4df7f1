using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Abstractions.Verification;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Closing;
using SmartTracker.Billing.Data;
using SmartTracker.Billing.Delivery;
using SmartTracker.Billing.Domain;
using SmartTracker.Bills.Data;
using SmartTracker.Collection.Collecting;
using SmartTracker.Costing.Abstractions;
using SmartTracker.TestHost;
using SmartTracker.Web;

namespace SmartTracker.Crash.Tests;

/// <summary>An installation on disk (and in a database of its own): a provider, two customers and their printers. No process holds it between two commands.</summary>
internal sealed class World : IAsyncDisposable
{
    private static readonly Interval Always = new(Instant.FromUtc(1990, 1, 1, 0, 0), Instant.FromUtc(9000, 1, 1, 0, 0));

    private readonly string _folder = Directory.CreateTempSubdirectory("smarttracker-crash-").FullName;
    private readonly string? _database;
    private readonly Dictionary<string, string?> _settings;

    private World(DatabaseEngine engine, Printers printers)
    {
        _settings = new Dictionary<string, string?>
        {
            ["SmartTracker:Recipes"] = Path.Combine(_folder, "recipes"),
            ["SmartTracker:Database:Provider"] = engine.ToString(),
            ["SmartTracker:Network:Allow:0"] = "127.0.0.1/32:" + string.Join(',', printers.All.Select(printer => printer.Address.Port)),
            ["SmartTracker:BackgroundWork"] = "false",
            ["Logging:LogLevel:Default"] = "Error",
        };
        if (engine == DatabaseEngine.Postgres)
        {
            _database = "st_" + Guid.NewGuid().ToString("N");
            Postgres.Execute($"CREATE DATABASE {_database}");
            ConnectionString = new NpgsqlConnectionStringBuilder(Postgres.Server) { Database = _database, MaxPoolSize = 20, SslMode = SslMode.Disable }.ToString();
            _settings["SmartTracker:Database:ConnectionString"] = ConnectionString;
        }
    }

    public string DataFolder => Path.Combine(_folder, "App_Data");

    public string? ConnectionString { get; }

    /// <summary>For the process; a proxy may stand in for the database.</summary>
    public IEnumerable<string> Options(string? connectionString) =>
    [
        "--data", DataFolder,
        .. _settings.SelectMany(setting => new[]
        {
            "--set", $"{setting.Key}={(setting.Key == "SmartTracker:Database:ConnectionString" && connectionString is not null ? connectionString : setting.Value)}",
        }),
    ];

    public static async Task<World> CreateAsync(DatabaseEngine engine, Printers printers)
    {
        var world = new World(engine, printers);
        await world.HereAsync(async tenants =>
        {
            await world.CreateTenantAsync(tenants, "Default", Recipes.Provider);
            foreach (var customer in Work.Customers)
                await world.CreateTenantAsync(tenants, customer, Recipes.Customer([.. printers.All.Where(printer => printer.Plan.Group == customer)]));
        });
        return world;
    }

    /// <summary>One step in this process, undisturbed.</summary>
    public Task RunHereAsync(WorkStep step) => HereAsync(async tenants =>
    {
        if (step.Month is { } month)
            await InAsync(tenants, "Default", services => services.GetRequiredService<MonthCloser>().IssueAsync(
                step.Customer, month, null, CancellationToken.None, new CloseAnyway("Undisturbed", "test", services.GetRequiredService<TimeProvider>().Now())));
        else
            Assert.All(await InAsync(tenants, step.Customer, services => services.GetRequiredService<PrintJobCollector>().CollectAsync(null, CancellationToken.None)), outcome => Assert.True(outcome.IsGood, outcome.Sentence));
    });

    /// <summary>As if ten minutes had passed: who ran before is taken for dead, and what waits for its next attempt is due.</summary>
    public Task LetTimePassAsync() => HereAsync(async tenants =>
    {
        foreach (var customer in Work.Customers)
        {
            await ExecuteAsync(tenants, customer,
                "UPDATE collections SET started_at = started_at - 6000000000 WHERE ended_at IS NULL",
                "UPDATE collections SET started_at = started_at - interval '10 minutes' WHERE ended_at IS NULL");
        }

        await ExecuteAsync(tenants, "Default",
            "UPDATE billing_outbox SET next_attempt_at = created_at WHERE delivered_at IS NULL", "UPDATE billing_outbox SET next_attempt_at = created_at WHERE delivered_at IS NULL");
    });

    public Task DeliverAsync() => HereAsync(tenants => InAsync(tenants, "Default", async services =>
    {
        await services.GetRequiredService<InvoiceDelivery>().DeliverDueAsync(CancellationToken.None);
        Assert.All(await services.GetRequiredService<BillingStore>().ListAsync(CancellationToken.None), row => Assert.NotNull(row.Delivery?.DeliveredAt));
        return true;
    }));

    /// <summary>Every finding of every tenant; empty where all adds up.</summary>
    public async Task<string> VerifyAsync()
    {
        var findings = new StringBuilder();
        await HereAsync(async tenants =>
        {
            foreach (var tenant in tenants.List())
            {
                await InAsync(tenants, tenant.Name, async services =>
                {
                    foreach (var verification in services.GetServices<IVerification>())
                    {
                        foreach (var finding in await verification.RunAsync(CancellationToken.None))
                            findings.AppendLine(CultureInfo.InvariantCulture, $"{tenant.Name}: {finding.Invariant} {finding.Message}");
                    }

                    return true;
                });
            }
        });
        return findings.ToString();
    }

    /// <summary>All that people see of it, without ids, numbers and times: jobs and their cost, documents and their lines, at both ends.</summary>
    public async Task<string> TotalsAsync()
    {
        var totals = new SortedDictionary<string, object>(StringComparer.Ordinal);
        await HereAsync(async tenants =>
        {
            foreach (var customer in Work.Customers)
            {
                totals[customer] = await InAsync(tenants, customer, async services => new
                {
                    Jobs = await services.GetRequiredService<IRatedJobs>().TotalsAsync(Always, CancellationToken.None),
                    Bills = await DocumentsAsync([.. (await services.GetRequiredService<BillStore>().ListAsync(CancellationToken.None)).Select(bill => bill.Id)],
                        id => services.GetRequiredService<BillStore>().FindAsync(id, CancellationToken.None)),
                });
            }

            totals["Default"] = await InAsync(tenants, "Default", async services => await DocumentsAsync(
                [.. (await services.GetRequiredService<BillingStore>().ListAsync(CancellationToken.None)).Select(row => row.Invoice.Id)],
                id => services.GetRequiredService<BillingStore>().FindAsync(id, CancellationToken.None)));
        });
        return JsonSerializer.Serialize(totals, new JsonSerializerOptions { WriteIndented = true });
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        if (_database is not null)
        {
            NpgsqlConnection.ClearAllPools();
            Postgres.Execute($"DROP DATABASE {_database} WITH (FORCE)");
        }

        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static async Task<List<object>> DocumentsAsync(IReadOnlyList<InvoiceId> ids, Func<InvoiceId, Task<InvoiceContent?>> find)
    {
        var documents = new List<InvoiceContent>();
        foreach (var id in ids)
            documents.Add((await find(id))!);
        return
        [
            .. documents.OrderBy(document => document.CustomerTenant, StringComparer.Ordinal).ThenBy(document => document.PeriodStart).Select(document => (object)new
            {
                document.CustomerTenant,
                Period = document.PeriodStart.ToString(),
                Kind = document.Kind.ToString(),
                document.NetMicros,
                document.GrossMicros,
                Jobs = document.Jobs.Count,
                Lines = document.Lines.Select(line => $"{line.Position} {line.Kind} {line.PrinterName} {line.MediaType} {line.JobCount} {line.ExactMicros}").ToList(),
            }),
        ];
    }

    private async Task CreateTenantAsync(ITenants tenants, string name, string steps)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "recipes"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "recipes", name.ToLowerInvariant() + ".recipe.json"), $$"""{ "name": "{{name.ToLowerInvariant()}}", "steps": {{steps}} }""");
        await tenants.CreateAsync(new NewTenant(name, name.ToLowerInvariant(), name == "Default" ? "" : name), CancellationToken.None);
    }

    private async Task HereAsync(Func<ITenants, Task> work)
    {
        await using (var app = SmartTrackerHost.Build(new HostOptions(DataFolder, "http://127.0.0.1:0", _settings)))
            await work(app.Services.GetRequiredService<ITenants>());
        SqliteConnection.ClearAllPools();
    }

    private static Task<T> InAsync<T>(ITenants tenants, string tenant, Func<IServiceProvider, Task<T>> work) => tenants.RunAsync(tenant, work, CancellationToken.None);

    private static Task ExecuteAsync(ITenants tenants, string tenant, string sqlite, string postgres) => InAsync(tenants, tenant, async services =>
    {
        var database = services.GetRequiredService<ITenantDatabase>();
        await database.Connection.OpenAsync();
        await using var command = database.Connection.CreateCommand();
#pragma warning disable CA2100 // The test's own words.
        command.CommandText = database.Engine == DatabaseEngine.Sqlite ? sqlite : postgres;
#pragma warning restore CA2100
        return await command.ExecuteNonQueryAsync();
    });
}
