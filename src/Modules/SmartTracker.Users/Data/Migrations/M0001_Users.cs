using System.Data;
using FluentMigrator;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Users.Data.Migrations;

[Migration(1)]
public sealed class M0001_Users : ModuleMigration
{
    public override void Up()
    {
        Create.Table("users")
            .WithColumn("id").AsGuid().PrimaryKey("pk_users")
            .WithColumn("user_name").AsString(int.MaxValue)
            .WithColumn("normalized_user_name").AsString(int.MaxValue)
            .WithColumn("email").AsString(int.MaxValue).Nullable()
            .WithColumn("normalized_email").AsString(int.MaxValue).Nullable()
            .WithColumn("password_hash").AsString(int.MaxValue).Nullable()
            .WithColumn("security_stamp").AsString(int.MaxValue)
            .WithColumn("is_enabled").AsBoolean()
            .WithColumn("failed_tries").AsInt32()
            .WithColumn("locked_until").AsDateTimeOffset().Nullable()
            .WithColumn("created_at").AsDateTimeOffset();
        Create.Index("ux_users_normalized_user_name").OnTable("users").OnColumn("normalized_user_name").Unique();
        Create.Index("ux_users_normalized_email").OnTable("users").OnColumn("normalized_email").Unique();

        Create.Table("roles")
            .WithColumn("name").AsString(int.MaxValue).PrimaryKey("pk_roles")
            .WithColumn("description").AsString(int.MaxValue)
            .WithColumn("has_own_permissions").AsBoolean();

        Create.Table("role_permissions")
            .WithColumn("role_name").AsString(int.MaxValue).PrimaryKey("pk_role_permissions")
                .ForeignKey("fk_role_permissions_roles", "roles", "name").OnDelete(Rule.Cascade)
            .WithColumn("permission").AsString(int.MaxValue).PrimaryKey("pk_role_permissions");

        Create.Table("user_roles")
            .WithColumn("user_id").AsGuid().PrimaryKey("pk_user_roles")
                .ForeignKey("fk_user_roles_users", "users", "id").OnDelete(Rule.Cascade)
            .WithColumn("role_name").AsString(int.MaxValue).PrimaryKey("pk_user_roles")
                .ForeignKey("fk_user_roles_roles", "roles", "name");
        Create.Index("ix_user_roles_role_name").OnTable("user_roles").OnColumn("role_name");
    }
}
