using FluentMigrator;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Billing.Data.Migrations;

[Migration(1)]
public sealed class M0001_Settings : ModuleMigration
{
    public override void Up()
    {
        Create.Table("billing_issuers")
            .WithColumn("id").AsInt32().PrimaryKey()
            .WithColumn("name").AsString(int.MaxValue)
            .WithColumn("address").AsString(int.MaxValue)
            .WithColumn("vat_id").AsString(int.MaxValue)
            .WithColumn("tax_number").AsString(int.MaxValue)
            .WithColumn("email").AsString(int.MaxValue)
            .WithColumn("bank_name").AsString(int.MaxValue)
            .WithColumn("iban").AsString(int.MaxValue)
            .WithColumn("bic").AsString(int.MaxValue)
            .WithColumn("vat_basis_points").AsInt32()
            .WithColumn("due_days").AsInt32()
            .WithColumn("number_series").AsString(int.MaxValue);

        Create.Table("billing_customers")
            .WithColumn("tenant").AsString(100).PrimaryKey()
            .WithColumn("legal_name").AsString(int.MaxValue)
            .WithColumn("address").AsString(int.MaxValue)
            .WithColumn("vat_id").AsString(int.MaxValue)
            .WithColumn("language").AsString(2)
            .WithColumn("vat_basis_points").AsInt32().Nullable()
            .WithColumn("due_days").AsInt32().Nullable();

        Create.Table("billing_rate_cards")
            .WithColumn("tenant").AsString(100).PrimaryKey().ForeignKey("fk_billing_rate_cards_tenant", "billing_customers", "tenant")
            .WithColumn("valid_from").AsDate().PrimaryKey()
            .WithColumn("name").AsString(int.MaxValue)
            .WithColumn("prices").AsString(int.MaxValue);

        Create.Table("billing_number_series")
            .WithColumn("series").AsString(100).PrimaryKey()
            .WithColumn("year").AsInt32().PrimaryKey()
            .WithColumn("last_number").AsInt64();
    }
}
