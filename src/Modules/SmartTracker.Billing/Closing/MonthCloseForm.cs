using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Domain;

namespace SmartTracker.Billing.Closing;

/// <summary>Choose a customer and a month, see what comes of it, issue.</summary>
/// <param name="Period">As the month field holds it: 2026-10.</param>
/// <param name="Outcome">Of the chosen month; null before anything is chosen.</param>
/// <param name="CustomerAddress">Of the customer's administration, or null.</param>
public sealed record MonthCloseForm(
    IReadOnlyList<Customer> Customers, string Period, string? Tenant, bool PeriodUnreadable, MonthClose? Outcome, string? CustomerAddress)
{
    public IReadOnlyList<OpenQuestion> Questions => Outcome switch
    {
        MonthBlocked blocked => blocked.Month.Questions,
        MonthEmpty empty => empty.Month.Questions,
        MonthDrafted drafted => drafted.Draft.Invoice.Questions,
        _ => [],
    };

    public IReadOnlyList<Blocker> Blockers => Outcome is MonthBlocked blocked ? blocked.Month.Blockers : [];
}

/// <summary>What somebody confirms who issues a month.</summary>
/// <param name="Fingerprint">Of the draft that was looked at.</param>
/// <param name="Reason">Why the month is closed although something is open; empty where nothing is.</param>
public sealed record MonthConfirmation(string? Tenant, string? Period, string? Fingerprint, string? Reason);
