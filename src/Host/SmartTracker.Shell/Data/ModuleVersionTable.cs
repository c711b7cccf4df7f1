using FluentMigrator.Runner.VersionTableInfo;

namespace SmartTracker.Shell.Data;

/// <summary>Each module counts its own migrations in its own table, so that a module can come and go alone.</summary>
internal sealed class ModuleVersionTable(string module, string schema) : IVersionTableMetaData
{
    public string SchemaName => schema;

    public string TableName { get; } = "version_" + module[(module.LastIndexOf('.') + 1)..].ToLowerInvariant();

    public string ColumnName => "version";

    public string DescriptionColumnName => "description";

    public string UniqueIndexName => "ux_" + TableName;

    public string AppliedOnColumnName => "applied_on";

    public bool CreateWithPrimaryKey => false;

    public bool OwnsSchema => false;
}
