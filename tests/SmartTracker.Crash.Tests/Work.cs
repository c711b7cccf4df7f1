using System.Globalization;
using NodaTime;

namespace SmartTracker.Crash.Tests;

/// <summary>One command of the host, and what happens at the printers before.</summary>
internal sealed record WorkStep(string Name, IReadOnlyList<string> Arguments, Action<Printers> Before)
{
    public string Customer => Arguments[2];

    public YearMonth? Month => Arguments[0] == "bill" ? NodaTime.Text.YearMonthPattern.Iso.Parse(Arguments[4]).Value : null;
}

/// <summary>Two customers, two months each: collected, billed, late jobs found, collected again, billed again.</summary>
internal static class Work
{
    public static readonly IReadOnlyList<string> Customers = ["nordplan", "baukontor"];

    public static YearMonth Second { get; } = SystemClock.Instance.GetCurrentInstant().InUtc().Date.PlusDays(-1).ToYearMonth().PlusMonths(-1);

    public static YearMonth First { get; } = Second.PlusMonths(-1);

    public static IReadOnlyList<WorkStep> Steps { get; } =
    [
        .. Customers.Select(customer => Collect(customer, Nothing)),
        .. Customers.Select(customer => Bill(customer, First)),
        .. Customers.Select((customer, index) => Collect(customer, index == 0 ? printers => printers.FindLateJobs() : Nothing)),
        .. Customers.Select(customer => Bill(customer, Second)),
    ];

    private static WorkStep Collect(string customer, Action<Printers> before) => new($"collect {customer}", ["collect", "--tenant", customer], before);

    private static WorkStep Bill(string customer, YearMonth month)
    {
        var text = month.ToString("uuuu-MM", CultureInfo.InvariantCulture);
        // A copy that a crash kept from its customer is an open question for the next month.
        return new($"bill {customer} {text}", ["bill", "--tenant", customer, "--period", text, "--anyway", "The host was killed"], Nothing);
    }

    private static void Nothing(Printers printers)
    {
    }
}
