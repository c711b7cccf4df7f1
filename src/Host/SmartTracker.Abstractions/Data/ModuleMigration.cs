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

    /// <summary>The same SQL for both databases, for what the builder cannot declare on SQLite (checks, foreign keys, partial indexes).
    /// Types that differ stand in braces: <c>{id}</c>, <c>{instant}</c>, <c>{bytes}</c>, <c>{flag}</c>.</summary>
    protected void OnBoth(string sql)
    {
        ArgumentNullException.ThrowIfNull(sql);
        OnPostgres(Typed(sql, "uuid", "timestamptz", "bytea", "boolean"));
        OnSqlite(Typed(sql, "blob", "integer", "blob", "integer"));
    }

    private static string Typed(string sql, string id, string instant, string bytes, string flag) => sql
        .Replace("{id}", id, StringComparison.Ordinal)
        .Replace("{instant}", instant, StringComparison.Ordinal)
        .Replace("{bytes}", bytes, StringComparison.Ordinal)
        .Replace("{flag}", flag, StringComparison.Ordinal);
}
