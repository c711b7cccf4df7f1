using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using SmartTracker.Web.Commands;

namespace SmartTracker.Web.Tests;

/// <summary>The whole main job, as a stranger starts it.</summary>
public sealed class DemoTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("smarttracker-demo-").FullName;

    [Fact]
    public async Task The_demo_bills_both_customers_once_and_verify_finds_what_was_changed_behind_its_back()
    {
        var first = await DemoAsync();
        var tenants = first["tenants"]!.AsArray();
        Assert.Equal(["baukontor", "nordplan"], tenants.Select(tenant => (string)tenant!["name"]!));
        Assert.True(tenants.Sum(tenant => (int)tenant!["printers"]!) >= 3);
        Assert.All(tenants, tenant =>
        {
            Assert.True((int)tenant!["printJobs"]! >= 300);
            var invoice = Assert.Single(tenant["invoices"]!.AsArray())!;
            Assert.Equal((string)tenant["price"]!, (string)invoice["net"]!);
        });
        Assert.Equal(1, tenants.Sum(tenant => (int)tenant!["unrated"]!));

        var second = await DemoAsync();
        first.Remove("elapsedMs");
        second.Remove("elapsedMs");
        Assert.Equal(first.ToJsonString(), second.ToJsonString());
        Assert.DoesNotContain(Directory.EnumerateFiles(_data, "*.db-wal", SearchOption.AllDirectories), file => new FileInfo(file).Length > 0);

        Assert.Equal((0, "Everything adds up."), await RunAsync("verify"));
        Tamper();
        var (code, findings) = await RunAsync("verify");
        Assert.Equal(1, code);
        Assert.Contains((string)tenants[0]!["invoices"]![0]!["number"]!, findings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_made_on_the_command_line_for_a_role_and_a_day_that_there_are()
    {
        Assert.Equal(0, (await RunAsync("tenant", "create", "Default", "--recipe", "provider", "--parameter", "adminPassword=four words are plenty")).Code);
        var (made, key) = await RunAsync("api-key", "create", "--tenant", "Default", "--role", "Bookkeeper", "--expires", "2999-12-31");
        Assert.Equal(0, made);
        Assert.Matches("^st_[0-9A-Za-z]{46}$", key);
        Assert.Equal((1, ""), await RunAsync("api-key", "create", "--tenant", "Default", "--role", "Emperor"));
        Assert.Equal((1, ""), await RunAsync("api-key", "create", "--tenant", "nobody", "--role", "Bookkeeper"));
        Assert.Equal((2, ""), await RunAsync("api-key", "create", "--tenant", "Default", "--role", "Bookkeeper", "--expires", "tomorrow"));
        Assert.Equal((2, ""), await RunAsync("api-key", "create", "--tenant", "Default", "--role", "Bookkeeper", "--expires", "2020-01-01"));
        Assert.Equal(2, (await RunAsync("api-key", "create", "--tenant", "Default")).Code);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }

    private async Task<JsonObject> DemoAsync()
    {
        var (code, output) = await RunAsync("demo", "--exit", "--json", "--urls", "http://127.0.0.1:0");
        Assert.Equal(0, code);
        Assert.DoesNotContain('\n', output);
        return JsonNode.Parse(output)!.AsObject();
    }

    private async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        var console = Console.Out;
        using var output = new StringWriter();
        Console.SetOut(output);
        try
        {
            return (await CommandLine.RunAsync([.. arguments, "--data", _data]), output.ToString().TrimEnd());
        }
        finally
        {
            Console.SetOut(console);
        }
    }

    /// <summary>Takes the guard away, makes the first invoice a cent cheaper, puts the guard back.</summary>
    private void Tamper()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_data, "Sites", "Default", "smarttracker.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'billing_invoices'";
        var triggers = new List<(string Name, string Sql)>();
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
                triggers.Add((reader.GetString(0), reader.GetString(1)));
        }

        Assert.NotEmpty(triggers);
        Execute(string.Concat(triggers.Select(trigger => $"DROP TRIGGER {trigger.Name};")));
        Execute("UPDATE billing_invoices SET gross_micros = gross_micros - 10000 WHERE rowid = (SELECT min(rowid) FROM billing_invoices)");
        Execute(string.Concat(triggers.Select(trigger => trigger.Sql + ";")));

        void Execute(string sql)
        {
#pragma warning disable CA2100 // The trigger's own text, read a moment ago.
            command.CommandText = sql;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }
    }
}
