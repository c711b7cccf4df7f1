using NodaTime;

namespace SmartTracker.Costing.Publishing;

internal static class CostRuleDates
{
    public static bool IsAllowed(LocalDate date) => date.Year is >= 2000 and <= 2099;
}
