using FluentMigrator;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Collection.Data.Migrations;

[Migration(4)]
public sealed class M0004_CollectionLeases : ModuleMigration
{
    // Null where it began before there were leases: such a collection was cut off by the upgrade.
    public override void Up() => OnBoth("ALTER TABLE collections ADD COLUMN lease_until {instant} NULL");
}
