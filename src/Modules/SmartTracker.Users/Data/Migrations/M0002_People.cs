using System.Data;
using FluentMigrator;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Users.Data.Migrations;

/// <summary>What people tell of themselves, one-time links, sessions, known devices and the count of tries by where they come from.</summary>
[Migration(2)]
public sealed class M0002_People : ModuleMigration
{
    public override void Up()
    {
        Alter.Table("users")
            .AddColumn("full_name").AsString(int.MaxValue).Nullable()
            .AddColumn("normalized_full_name").AsString(int.MaxValue).Nullable()
            .AddColumn("language").AsString(int.MaxValue).Nullable()
            .AddColumn("theme").AsString(int.MaxValue).Nullable()
            .AddColumn("last_sign_in_at").AsDateTimeOffset().Nullable();

        Create.Table("user_links")
            .WithColumn("id").AsGuid().PrimaryKey("pk_user_links")
            .WithColumn("user_id").AsGuid().ForeignKey("fk_user_links_users", "users", "id").OnDelete(Rule.Cascade)
            .WithColumn("purpose").AsString(int.MaxValue)
            .WithColumn("token_hash").AsString(int.MaxValue)
            .WithColumn("email").AsString(int.MaxValue).Nullable()
            .WithColumn("created_at").AsDateTimeOffset()
            .WithColumn("expires_at").AsDateTimeOffset()
            .WithColumn("used_at").AsDateTimeOffset().Nullable()
            .WithColumn("withdrawn_at").AsDateTimeOffset().Nullable();
        Create.Index("ux_user_links_token_hash").OnTable("user_links").OnColumn("token_hash").Unique();
        Create.Index("ix_user_links_user_id").OnTable("user_links").OnColumn("user_id");

        Create.Table("user_sessions")
            .WithColumn("id").AsGuid().PrimaryKey("pk_user_sessions")
            .WithColumn("user_id").AsGuid().ForeignKey("fk_user_sessions_users", "users", "id").OnDelete(Rule.Cascade)
            .WithColumn("started_at").AsDateTimeOffset()
            .WithColumn("last_seen_at").AsDateTimeOffset()
            .WithColumn("address").AsString(int.MaxValue)
            .WithColumn("browser").AsString(int.MaxValue);
        Create.Index("ix_user_sessions_user_id").OnTable("user_sessions").OnColumn("user_id");

        Create.Table("known_devices")
            .WithColumn("user_id").AsGuid().PrimaryKey("pk_known_devices")
                .ForeignKey("fk_known_devices_users", "users", "id").OnDelete(Rule.Cascade)
            .WithColumn("device_id").AsGuid().PrimaryKey("pk_known_devices")
            .WithColumn("failed_tries").AsInt32()
            .WithColumn("locked_until").AsDateTimeOffset().Nullable()
            .WithColumn("last_used_at").AsDateTimeOffset();

        Create.Table("try_counts")
            .WithColumn("source").AsString(int.MaxValue).PrimaryKey("pk_try_counts")
            .WithColumn("hour").AsInt64().PrimaryKey("pk_try_counts")
            .WithColumn("tries").AsInt32();
    }
}
