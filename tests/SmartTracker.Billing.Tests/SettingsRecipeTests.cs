using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Billing.Data;
using SmartTracker.TestHost;

namespace SmartTracker.Billing.Tests;

public class SettingsRecipeTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Running_the_same_steps_again_changes_nothing(DatabaseEngine engine)
    {
        await using var billing = await BillingHost.StartAsync(engine);

        Assert.Empty(await billing.StepAsync(BillingHost.Issuer, execute: true));
        Assert.Empty(await billing.StepAsync(BillingHost.Customers, execute: true));
    }

    [Fact]
    public async Task A_changed_step_says_what_it_changes_and_keeps_older_rate_cards()
    {
        await using var billing = await BillingHost.StartAsync(DatabaseEngine.Sqlite);
        var later = BillingHost.Customers.Replace("2026-01-01", "2027-01-01", StringComparison.Ordinal).Replace("4.20", "4.50", StringComparison.Ordinal);

        var plan = await billing.StepAsync(later, execute: true);

        Assert.Contains("store rate card Fläche of tenant nordplan, valid from 2027-01-01", plan);
        await billing.Host.InTenantAsync("Default", async services =>
            Assert.Equal(2, (await services.GetRequiredService<BillingStore>().FindCustomerAsync("nordplan", CancellationToken.None))!.RateCards.Count));
    }

    [Theory]
    [InlineData("Issuer.LegalName", "\"LegalName\": \"Plotservice Hansa GmbH\"", "\"LegalName\": \"\"")]
    [InlineData("Issuer.VatRate", "\"VatRate\": \"19\"", "\"VatRate\": \"19 %\"")]
    [InlineData("Issuer.Iban", "DE02 1203", "DE02 1204")]
    [InlineData("Issuer.DueDays", "\"DueDays\": 14", "\"DueDays\": -1")]
    [InlineData("Issuer.Vatrate", "\"VatRate\"", "\"Vatrate\"")]
    [InlineData("Issuer.NumberSeries", "\"DueDays\": 14", "\"NumberSeries\": \"{year}\"")]
    [InlineData("BillingCustomers.Customers[0].Language", "\"Language\": \"de\"", "\"Language\": \"fr\"")]
    [InlineData("BillingCustomers.Customers[1].AddressLines", "[\"Werftweg 3\"]", "[]")]
    [InlineData("BillingCustomers.Customers[0].RateCards[0].ValidFrom", "2026-01-01", "1.1.2026")]
    [InlineData("BillingCustomers.Customers[0].RateCards[0].Rates[0].UnitPrice", "\"4.20\"", "\"4,20\"")]
    [InlineData("BillingCustomers.Customers[0].RateCards[0].Rates[0].Measure", "\"PageArea\"", "\"SquareFeet\"")]
    [InlineData("BillingCustomers.Customers", "\"Tenant\": \"baukontor\"", "\"Tenant\": \"nordplan\"")]
    public async Task A_wrong_field_is_named_by_its_path(string path, string right, string wrong)
    {
        var step = path.StartsWith("Issuer", StringComparison.Ordinal) ? BillingHost.Issuer : BillingHost.Customers;
        Assert.Contains(right, step, StringComparison.Ordinal);
        var json = JsonNode.Parse(step.Replace(right, wrong, StringComparison.Ordinal))!.AsObject();
        IRecipeStep reader = path.StartsWith("Issuer", StringComparison.Ordinal) ? new Settings.IssuerStep(null!) : new Settings.BillingCustomersStep(null!);

        var refused = await Assert.ThrowsAsync<RecipeException>(() => reader.PlanAsync(json, CancellationToken.None));

        Assert.StartsWith(path, refused.Message, StringComparison.Ordinal);
    }
}
