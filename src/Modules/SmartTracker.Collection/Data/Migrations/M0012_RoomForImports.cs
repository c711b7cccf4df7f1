using FluentMigrator;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Collection.Data.Migrations;

/// <summary>An import's row is written again after each batch, and each of its jobs looks for it: with room on the page PostgreSQL clears old versions
/// away at once, instead of walking past all of them for each job.</summary>
[Migration(12)]
public sealed class M0012_RoomForImports : ModuleMigration
{
    public override void Up() => OnPostgres("ALTER TABLE imports SET (fillfactor = 10)");
}
