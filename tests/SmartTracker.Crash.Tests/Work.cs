using System.Globalization;
using NodaTime;

namespace SmartTracker.Crash.Tests;

/// <summary>One command of the host: collect a customer's jobs, or bill a month to the customer.</summary>
internal sealed record WorkStep(string Customer, YearMonth Month, bool Bills)
{
    public string Name => Bills ? $"bill {Customer} {Period}" : $"collect {Customer} before {Period} is billed";

    public IReadOnlyList<string> Arguments => Bills ? ["bill", "--tenant", Customer, "--period", Period] : ["collect", "--tenant", Customer];

    private string Period => Month.ToString("uuuu-MM", CultureInfo.InvariantCulture);
}

/// <summary>What one month brings: jobs at the printers, then commands.</summary>
internal sealed record WorkMonth(Action<Printers> Before, IReadOnlyList<WorkStep> Steps);

/// <summary>Two customers, two months: collected, billed, late jobs found, collected again, billed again.</summary>
internal static class Work
{
    public static readonly IReadOnlyList<string> Customers = ["nordplan", "baukontor"];

    public static YearMonth Second { get; } = SystemClock.Instance.GetCurrentInstant().InUtc().Date.PlusDays(-1).ToYearMonth().PlusMonths(-1);

    public static YearMonth First { get; } = Second.PlusMonths(-1);

    public static IReadOnlyList<WorkMonth> Months { get; } = [new(_ => { }, Steps(First)), new(printers => printers.FindLateJobs(), Steps(Second))];

    public static int Count => Months.Sum(month => month.Steps.Count);

    private static List<WorkStep> Steps(YearMonth month) =>
    [
        .. Customers.Select(customer => new WorkStep(customer, month, Bills: false)),
        .. Customers.Select(customer => new WorkStep(customer, month, Bills: true)),
    ];
}
