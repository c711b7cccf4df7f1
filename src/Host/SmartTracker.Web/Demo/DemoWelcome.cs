namespace SmartTracker.Web.Demo;

/// <summary>Tells where to look and who to be.</summary>
internal static class DemoWelcome
{
    public static void Print(string url, DemoState state, IReadOnlyList<DemoSummary> customers)
    {
        Console.WriteLine();
        foreach (var customer in customers)
        {
            Console.WriteLine($"{customer.Name,-10} {customer.Printers} printers, {customer.PrintJobs} print jobs ({customer.Unrated} unrated), "
                + $"cost {customer.Cost} {customer.Currency}, billed {customer.Price} {customer.Currency} net: "
                + string.Join(", ", customer.Invoices.Select(invoice => $"{invoice.Number} ({invoice.Gross} {customer.Currency} gross)")));
        }

        Console.WriteLine();
        Console.WriteLine($"Provider    {url}/login            operator");
        foreach (var customer in DemoState.Customers)
            Console.WriteLine($"{customer,-11} {url}/{customer}/login".PadRight(53) + "admin (administration) or kunde (customer portal)");
        Console.WriteLine();
        Console.WriteLine($"Password for all of them: {state.Password}");
        Console.WriteLine("Stop with Ctrl+C; the next run continues on the same data.");
    }
}
