using NodaTime;

namespace SmartTracker.Billing.Domain;

/// <summary>A calendar month as the customer's clocks count it: from the start of its first day to the start of the next month's (half-open).</summary>
public readonly record struct BillingMonth(YearMonth Month, DateTimeZone Zone)
{
    public LocalDate FirstDay => Month.OnDayOfMonth(1);

    public Interval Interval =>
        new(Zone.AtStartOfDay(FirstDay).ToInstant(), Zone.AtStartOfDay(FirstDay.PlusMonths(1)).ToInstant());

    public bool IsOver(Instant now) => now >= Interval.End;

    public LocalDate DayOf(Instant instant) => instant.InZone(Zone).Date;
}
