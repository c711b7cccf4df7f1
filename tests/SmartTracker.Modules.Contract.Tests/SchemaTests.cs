using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.TestHost;

namespace SmartTracker.Modules.Contract.Tests;

/// <summary>Schema and models of all modules together, as a provider's tenant with every feature has them.</summary>
public sealed class SchemaTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Every_column_that_a_model_names_exists(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        await host.InTenantAsync(Tenant.DefaultName, async services =>
        {
            var contexts = ContextTypes.Select(type => (DbContext)services.GetRequiredService(type)).ToArray();
            Assert.NotEmpty(contexts);
            var actual = await ColumnsAsync(services.GetRequiredService<ITenantDatabase>());
            Assert.Empty(contexts.SelectMany(MappedColumns).Except(actual));
        });
    }

    [Fact]
    public async Task Both_databases_have_the_same_tables_and_columns()
    {
        var columns = new List<HashSet<string>>();
        foreach (var engine in new[] { DatabaseEngine.Sqlite, DatabaseEngine.Postgres })
        {
            await using var host = await StartAsync(engine);
            await host.InTenantAsync(Tenant.DefaultName, async services => columns.Add(await ColumnsAsync(services.GetRequiredService<ITenantDatabase>())));
        }

        Assert.Equal(columns[0].Order(StringComparer.Ordinal), columns[1].Order(StringComparer.Ordinal));
    }

    /// <summary>A migration that forgot the tenant's schema would write there, for all tenants together.</summary>
    [Fact]
    public async Task Nothing_is_created_outside_the_tenants_schema()
    {
        await using var host = await StartAsync(DatabaseEngine.Postgres);
        await host.InTenantAsync(Tenant.DefaultName, async services => Assert.Empty(await RowsAsync(
            services.GetRequiredService<ITenantDatabase>(),
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")));
    }

    private static IEnumerable<Type> ContextTypes =>
        Modules.All.SelectMany(module => module.GetTypes()).Where(type => type.IsAssignableTo(typeof(DbContext)) && !type.IsAbstract);

    private static async Task<RunningHost> StartAsync(DatabaseEngine engine)
    {
        var host = await RunningHost.StartAsync(engine);
        var features = string.Join(", ", Modules.All.Select(module => $"\"{Modules.NameOf(module)}\""));
        await host.CreateTenantAsync(Tenant.DefaultName, $$"""[{ "name": "feature", "enable": [{{features}}] }]""");
        return host;
    }

    private static IEnumerable<string> MappedColumns(DbContext context) =>
        from entity in context.Model.GetEntityTypes()
        where entity.GetTableName() is not null
        from property in entity.GetProperties()
        select $"{entity.GetTableName()}.{property.GetColumnName(StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema()))}";

    private static async Task<HashSet<string>> ColumnsAsync(ITenantDatabase database) => (await RowsAsync(database, database.Engine == DatabaseEngine.Sqlite
        ? "SELECT tables.name || '.' || columns.name FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%'"
        : "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = current_schema()"))
        .ToHashSet(StringComparer.Ordinal);

    private static async Task<List<string>> RowsAsync(ITenantDatabase database, string sql)
    {
        if (database.Connection.State != ConnectionState.Open)
            await database.Connection.OpenAsync();
        await using var command = database.Connection.CreateCommand();
#pragma warning disable CA2100 // The texts are those of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(reader.GetString(0));
        return rows;
    }
}
