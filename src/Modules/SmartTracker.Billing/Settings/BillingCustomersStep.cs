using System.Globalization;
using System.Text.Json.Nodes;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Domain;
using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Billing.Settings;

/// <summary><c>{"name": "BillingCustomers", "Customers": [{"Tenant", "LegalName", "AddressLines": […], "VatId", "Language", "VatRate", "DueDays",
/// "RateCards": [{"Name", "ValidFrom", "Currency", "Rates": [{"Measure", "UnitPrice", "InkChannel", "MediaType"}]}]}]}</c>.
/// The tenants are named only: they need not exist before they are billed.</summary>
internal sealed class BillingCustomersStep(SettingsStore store) : IRecipeStep
{
    public string Name => "BillingCustomers";

    public async Task<IReadOnlyList<string>> PlanAsync(JsonObject step, CancellationToken cancellationToken)
    {
        var plan = new List<string>();
        foreach (var customer in Read(step))
        {
            var stored = await store.FindCustomerAsync(customer.Tenant, cancellationToken);
            if (stored is null)
                plan.Add($"bill customer {customer.Recipient.Name} (tenant {customer.Tenant})");
            else if (stored with { RateCards = [] } != customer with { RateCards = [] })
                plan.Add($"change the terms of customer {customer.Recipient.Name} (tenant {customer.Tenant})");
            foreach (var card in customer.RateCards.Where(card => stored?.RateCards.Contains(card) != true))
                plan.Add(string.Create(CultureInfo.InvariantCulture, $"store rate card {card.Name} of tenant {customer.Tenant}, valid from {card.ValidFrom:uuuu-MM-dd}"));
        }

        return plan;
    }

    public async Task ExecuteAsync(JsonObject step, CancellationToken cancellationToken)
    {
        foreach (var customer in Read(step))
            await store.SaveCustomerAsync(customer, cancellationToken);
    }

    private static List<Customer> Read(JsonObject step)
    {
        var fields = RecipeFields.Of(step, "BillingCustomers").Allow("name", "Customers");
        var customers = fields.List("Customers").Select((node, index) => Customer(RecipeFields.Of(node, $"{fields.Path("Customers")}[{index}]"))).ToList();
        if (customers.GroupBy(customer => customer.Tenant, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw fields.Wrong("Customers", $"holds the tenant {twice.Key} twice");
        return customers;
    }

    private static Customer Customer(RecipeFields fields)
    {
        fields.Allow("Tenant", "LegalName", "AddressLines", "VatId", "Language", "VatRate", "DueDays", "RateCards");
        var language = fields.Text("Language");
        if (language is not ("de" or "en"))
            throw fields.Wrong("Language", $"is '{language}', must be de or en");

        var cards = fields.List("RateCards").Select((node, index) => Card(RecipeFields.Of(node, $"{fields.Path("RateCards")}[{index}]"))).ToList();
        if (cards.GroupBy(card => card.ValidFrom).Any(same => same.Count() > 1))
            throw fields.Wrong("RateCards", "has two rate cards that are valid from the same day");
        return new Customer(
            fields.Text("Tenant"),
            new Recipient(fields.Text("LegalName"), fields.Lines("AddressLines"), fields.OptionalText("VatId")),
            language,
            fields.OptionalVatRate("VatRate"),
            fields.OptionalDays("DueDays"),
            cards);
    }

    private static RateCard Card(RecipeFields fields)
    {
        fields.Allow("Name", "ValidFrom", "Currency", "Rates");
        var rates = fields.List("Rates").Select((node, index) => RecipeFields.Of(node, $"{fields.Path("Rates")}[{index}]").Rate()).ToList();
        if (rates.Count == 0)
            throw fields.Wrong("Rates", "must have at least one rate");
        var currency = fields.Currency("Currency");
        try
        {
            return new RateCard(fields.Text("Name"), fields.Date("ValidFrom"), new PriceList(currency, rates));
        }
        catch (ArgumentException)
        {
            throw fields.Wrong("Rates", "has two rates for the same thing");
        }
    }
}
