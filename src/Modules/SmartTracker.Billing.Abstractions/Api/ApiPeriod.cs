using NodaTime;
using NodaTime.Text;

namespace SmartTracker.Billing.Abstractions.Api;

/// <summary>A month as the REST interface writes it: <c>2026-10</c>.</summary>
public static class ApiPeriod
{
    public static string Text(YearMonth month) => YearMonthPattern.Iso.Format(month);

    public static YearMonth? Parse(string? text) =>
        text is not null && YearMonthPattern.Iso.Parse(text) is { Success: true } month && month.Value.Year is >= 2000 and < 9000 ? month.Value : null;
}
