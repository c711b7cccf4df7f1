using System.Text.Json;
using SmartTracker.PrinterSimulator;

namespace SmartTracker.Crash.Tests;

internal static class Recipes
{
    public const string Provider = """
        [
          { "name": "feature", "enable": ["SmartTracker.Billing"] },
          { "name": "settings", "TimeZoneId": "Europe/Berlin", "Currency": "EUR", "Culture": "en" },
          { "name": "Issuer", "LegalName": "Plotservice Hansa GmbH", "AddressLines": ["Kaiserkai 1", "20457 Hamburg"], "VatId": "DE987654321", "DueDays": 14, "VatRate": "19" },
          { "name": "BillingCustomers", "Customers": [
            { "Tenant": "nordplan", "LegalName": "Nordplan", "AddressLines": ["Hafenstraße 12"], "Language": "de",
              "RateCards": [{ "Name": "Area", "ValidFrom": "2020-01-01", "Currency": "EUR", "Rates": [{ "Measure": "MediaArea", "UnitPrice": "4.333333" }] }] },
            { "Tenant": "baukontor", "LegalName": "Baukontor", "AddressLines": ["Werftweg 3"], "Language": "en",
              "RateCards": [{ "Name": "Ink", "ValidFrom": "2020-01-01", "Currency": "EUR", "Rates": [{ "Measure": "Ink", "UnitPrice": "0.77" }, { "Measure": "Job", "UnitPrice": "0.50" }] }] } ] }
        ]
        """;

    public static string Customer(IReadOnlyList<SimulatedPrinter> printers) => $$"""
        [
          { "name": "feature", "enable": ["SmartTracker.Printers", "SmartTracker.Collection", "SmartTracker.Costing", "SmartTracker.Bills"] },
          { "name": "settings", "TimeZoneId": "Europe/Berlin", "Currency": "EUR", "Culture": "en" },
          { "name": "Printers", "Printers": {{JsonSerializer.Serialize(printers.Select(printer => new { printer.Plan.Name, Address = printer.Address.ToString(), Protocol = "piws", printer.Plan.AdminPassword }))}} },
          { "name": "CostRules", "CostRules": [{ "ValidFrom": "2020-01-01", "Printer": null, "Currency": "EUR",
            "Rates": [{ "Measure": "MediaArea", "UnitPrice": "1.12" }, { "Measure": "Ink", "UnitPrice": "0.38" }] }] }
        ]
        """;
}
