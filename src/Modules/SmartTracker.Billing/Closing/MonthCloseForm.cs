using SmartTracker.Billing.Domain;

namespace SmartTracker.Billing.Closing;

/// <summary>Choose a customer and a month, see what comes of it, issue.</summary>
/// <param name="Period">As the month field holds it: 2026-10.</param>
/// <param name="Outcome">Of the chosen month; null before anything is chosen.</param>
public sealed record MonthCloseForm(IReadOnlyList<Customer> Customers, string Period, string? Tenant, bool PeriodUnreadable, MonthClose? Outcome);
