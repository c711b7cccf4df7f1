using FluentMigrator;

namespace SmartTracker.Abstractions.Data;

/// <summary>Base of a module's migrations. <c>AsGuid</c> is uuid or a blob, <c>AsDateTimeOffset</c> timestamptz or ticks since 1970 (integer),
/// <c>AsDate</c> date or ISO text, amounts are <c>AsInt64</c> micro-units. Forward only: a shipped migration never changes.
/// Declare <c>[Migration(1)] public sealed class M0001_Printers : ModuleMigration</c>; each module counts its own versions.</summary>
public abstract class ModuleMigration : ForwardOnlyMigration
{
    /// <summary>Raw SQL for PostgreSQL only. Name no schema: the tenant's is on the search path.</summary>
    protected void OnPostgres(string sql) =>
        IfDatabase(engine => engine.Contains("Postgre", StringComparison.OrdinalIgnoreCase)).Execute.Sql(sql);

    /// <summary>Raw SQL for SQLite only.</summary>
    protected void OnSqlite(string sql) =>
        IfDatabase(engine => engine.Contains("SQLite", StringComparison.OrdinalIgnoreCase)).Execute.Sql(sql);
}
