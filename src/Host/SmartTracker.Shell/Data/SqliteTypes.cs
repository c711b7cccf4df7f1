using System.Data;
using FluentMigrator.Runner.Generators.SQLite;

namespace SmartTracker.Shell.Data;

/// <summary>Column types on SQLite as <see cref="Abstractions.Data.ModuleMigration"/> promises them.</summary>
internal sealed class SqliteTypes : ISQLiteTypeMap
{
    private readonly SQLiteTypeMap _others = new(useStrictTables: false);

    public bool UseStrictTables => false;

    public string GetTypeMap(DbType type, int? size, int? precision) => type switch
    {
        DbType.Guid => "BLOB",
        DbType.DateTimeOffset => "INTEGER",
        DbType.Date => "TEXT",
        _ => _others.GetTypeMap(type, size, precision),
    };
}
