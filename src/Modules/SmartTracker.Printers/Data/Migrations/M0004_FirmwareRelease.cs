using FluentMigrator;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Printers.Data.Migrations;

/// <summary>When the manufacturer released a printer's firmware.</summary>
[Migration(4)]
public sealed class M0004_FirmwareRelease : ModuleMigration
{
    public override void Up() => OnBoth("ALTER TABLE printers ADD COLUMN firmware_released_at {instant} NULL");
}
