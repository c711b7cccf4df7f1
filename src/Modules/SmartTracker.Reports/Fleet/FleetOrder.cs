namespace SmartTracker.Reports.Fleet;

/// <summary>What the list of customers shows and can be ordered by. The names stand in addresses.</summary>
public enum FleetColumn
{
    Customer,
    State,
    Attention,
    Printers,
    Jobs,
    Area,
    Open,
    Contact,
    Invoice,
}

/// <summary>The order of the list of customers.</summary>
public sealed record FleetOrder(FleetColumn Column, bool Descending)
{
    /// <summary><c>jobs</c> or <c>-jobs</c>; anything else is by name.</summary>
    public static FleetOrder Parse(string? text) =>
        Enum.TryParse<FleetColumn>(text?.TrimStart('-'), ignoreCase: true, out var column) && Enum.IsDefined(column)
            ? new(column, text!.StartsWith('-'))
            : new(FleetColumn.Customer, false);

    /// <summary>What the column's heading leads to: figures begin with the largest, words with A; a second time turns them round.</summary>
    public string NextFor(FleetColumn column)
    {
        var descending = Column == column ? !Descending : column is not (FleetColumn.Customer or FleetColumn.State);
        return (descending ? "-" : "") + column.ToString().ToLowerInvariant();
    }

    /// <summary>Customers without the figure come last, equals by name.</summary>
    public IEnumerable<Customer> Apply(IEnumerable<Customer> customers, Func<Customer, string?> lastInvoice)
    {
        var byName = customers.OrderBy(customer => customer.Tenant.SiteName, StringComparer.CurrentCultureIgnoreCase).ToList();
        return Column switch
        {
            FleetColumn.Customer => Descending ? Enumerable.Reverse(byName) : byName,
            FleetColumn.State => By(byName, customer => customer.Failed ? -1 : (int)customer.Tenant.State),
            FleetColumn.Attention => By(byName, Urgency),
            FleetColumn.Printers => By(byName, customer => customer.Usage?.Printers),
            FleetColumn.Jobs => By(byName, customer => customer.Usage?.Current?.Jobs),
            FleetColumn.Area => By(byName, customer => customer.Usage?.Current?.MediaMm2),
            FleetColumn.Open => By(byName, customer => customer.Usage?.Open?.Count),
            FleetColumn.Contact => By(byName, customer => customer.Usage?.LastContactAt),
            _ => By(byName, customer => lastInvoice(customer)),
        };
    }

    private static int Urgency(Customer customer) => customer switch
    {
        { Failed: true } => 3,
        { Usage: { Troubled: > 0 } or { Current.Unrated: > 0 } } => 2,
        { Usage.Open.Count: > 0 } => 1,
        _ => 0,
    };

    private IEnumerable<Customer> By<T>(List<Customer> customers, Func<Customer, T> value)
    {
        var known = customers.OrderBy(customer => value(customer) is null);
        return Descending ? known.ThenByDescending(value) : known.ThenBy(value);
    }
}
