using FluentMigrator;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Scheduling.Data.Migrations;

[Migration(1)]
public sealed class M0001_DueWork : ModuleMigration
{
    public override void Up()
    {
        Create.Table("due_work")
            .WithColumn("tenant").AsString(int.MaxValue).NotNullable().PrimaryKey("pk_due_work")
            .WithColumn("work").AsString(int.MaxValue).NotNullable().PrimaryKey("pk_due_work")
            .WithColumn("due_at").AsDateTimeOffset().NotNullable()
            .WithColumn("every_seconds").AsInt64().NotNullable()
            .WithColumn("queued_until").AsDateTimeOffset().Nullable()
            .WithColumn("lease_owner").AsGuid().Nullable()
            .WithColumn("lease_until").AsDateTimeOffset().Nullable()
            .WithColumn("attempts").AsInt32().NotNullable()
            .WithColumn("last_started_at").AsDateTimeOffset().Nullable()
            .WithColumn("last_ended_at").AsDateTimeOffset().Nullable()
            .WithColumn("last_problem").AsString(int.MaxValue).Nullable();
        Create.Index("ix_due_work_due_at").OnTable("due_work").OnColumn("due_at");

        Create.Table("due_work_tenants")
            .WithColumn("tenant").AsString(int.MaxValue).NotNullable().PrimaryKey("pk_due_work_tenants")
            .WithColumn("stamp").AsString(int.MaxValue).NotNullable();
    }
}
