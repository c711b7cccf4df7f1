using System.Globalization;
using NodaTime;

namespace SmartTracker.Crash.Tests;

/// <summary>One command of the host.</summary>
/// <param name="IsDoneOnce">Its first COMMIT decides; what comes again after it changes nothing.</param>
internal sealed record WorkStep(string Name, IReadOnlyList<string> Arguments, bool IsDoneOnce);

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

    private static List<WorkStep> Steps(YearMonth month)
    {
        var text = month.ToString("uuuu-MM", CultureInfo.InvariantCulture);
        return
        [
            .. Customers.Select(customer => new WorkStep($"collect {customer} before {text} is billed", ["collect", "--tenant", customer], IsDoneOnce: false)),
            .. Customers.Select(customer => new WorkStep($"bill {customer} {text}", ["bill", "--tenant", customer, "--period", text], IsDoneOnce: true)),
        ];
    }
}
