using System.Text.Json.Nodes;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Domain;

namespace SmartTracker.Billing.Settings;

/// <summary><c>{"name": "Issuer", "LegalName", "AddressLines": […], "VatId", "TaxNumber", "Email", "BankName", "Iban", "Bic", "DueDays", "VatRate", "NumberSeries", "CreditNoteSeries"}</c>.</summary>
internal sealed class IssuerStep(SettingsStore store) : IRecipeStep
{
    private const int UsualDueDays = 14;
    private const string UsualSeries = "{year}-{number:0000}";
    private const string UsualCreditNoteSeries = "CN-{year}-{number:0000}";

    public string Name => "Issuer";

    public async Task<IReadOnlyList<string>> PlanAsync(JsonObject step, CancellationToken cancellationToken)
    {
        var terms = Read(step);
        return await store.FindIssuerAsync(cancellationToken) switch
        {
            null => [$"set up the issuer of invoices: {terms.Issuer.Name}"],
            var stored when stored == terms => [],
            _ => [$"change the issuer of invoices: {terms.Issuer.Name}"],
        };
    }

    public Task ExecuteAsync(JsonObject step, CancellationToken cancellationToken) => store.SaveIssuerAsync(Read(step), cancellationToken);

    private static IssuerTerms Read(JsonObject step)
    {
        var fields = RecipeFields.Of(step, "Issuer").Allow(
            "name", "LegalName", "AddressLines", "VatId", "TaxNumber", "Email", "BankName", "Iban", "Bic", "DueDays", "VatRate", "NumberSeries", "CreditNoteSeries");
        var issuer = new Issuer(
            fields.Text("LegalName"),
            fields.Lines("AddressLines"),
            fields.OptionalText("VatId"),
            fields.OptionalText("TaxNumber"),
            fields.OptionalText("Email"),
            fields.OptionalText("BankName"),
            fields.OptionalIban("Iban"),
            fields.OptionalText("Bic"));
        // An invoice without either is not a valid one (VAT Directive, Article 226; § 14 UStG).
        if (issuer.VatId.Length == 0 && issuer.TaxNumber.Length == 0)
            throw fields.Wrong("VatId", "or TaxNumber must be given");
        return new IssuerTerms(
            issuer,
            fields.OptionalVatRate("VatRate") ?? throw fields.Wrong("VatRate", "must be given, as text such as \"19\""),
            fields.OptionalDays("DueDays") ?? UsualDueDays,
            Series(fields, "NumberSeries", UsualSeries),
            Series(fields, "CreditNoteSeries", UsualCreditNoteSeries));
    }

    private static NumberSeries Series(RecipeFields fields, string name, string usual)
    {
        try
        {
            return new NumberSeries(fields.OptionalText(name) is { Length: > 0 } pattern ? pattern : usual);
        }
        catch (FormatException error)
        {
            throw fields.Wrong(name, "is not a pattern: " + error.Message.TrimEnd('.'));
        }
    }
}
