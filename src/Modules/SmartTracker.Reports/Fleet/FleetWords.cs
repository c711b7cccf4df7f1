using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Presentation;

namespace SmartTracker.Reports.Fleet;

/// <summary>What the provider's overview says in sentences.</summary>
public sealed class FleetWords(Formats formats, IStringLocalizer<Texts> texts)
{
    public string Verdict(IReadOnlyList<Customer> customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        if (customers.Count == 0)
            return texts["Nobody to collect from yet."];

        var failed = customers.Count(customer => customer.Failed);
        var open = customers.Count(customer => customer.Usage is { Troubled: > 0 } or { Current.Unrated: > 0 });
        if (failed == 1)
            return texts["One customer could not be read; the log has the reason."];
        if (failed > 1)
            return texts["{0} of {1} customers could not be read; the log has the reason.", formats.Count(failed), formats.Count(customers.Count)];
        return open switch
        {
            0 => texts["Nothing needs attention at any customer."],
            1 => texts["One customer has a printer or a price that needs attention."],
            _ => texts["{0} of {1} customers have a printer or a price that needs attention.", formats.Count(open), formats.Count(customers.Count)],
        };
    }

    public EmptyState NoCustomers(string? createPath) => new(
        texts["No customers yet"], texts["Create the first customer from a recipe. Its printers, jobs and bills appear here."],
        createPath is null ? null : texts["New customer"].Value, createPath);

    public EmptyState NothingFound() =>
        new(texts["No customer fits this search"], texts["Look for fewer words."], texts["Show all customers"], "~/admin");
}
