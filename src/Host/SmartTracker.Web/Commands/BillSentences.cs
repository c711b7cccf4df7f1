using System.Globalization;
using NodaTime;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Closing;
using SmartTracker.Billing.Domain;

namespace SmartTracker.Web.Commands;

/// <summary>What came of billing a month, as one sentence (and one line per job that blocks it).</summary>
internal static class BillSentences
{
    public static string Of(MonthClose outcome) => outcome switch
    {
        MonthIssued issued => $"Issued {issued.Invoice.Number} to {issued.Tenant} for {Month(issued.Period)}: {Sums(issued.Invoice)}"
            + (issued.Delivered ? ", delivered." : "; it will be delivered when the customer's tenant can be reached."),
        MonthBilledBefore before => $"{Month(before.Period)} of {before.Tenant} has been billed with {before.Invoice.Number}; nothing was changed.",
        MonthDrafted drafted => $"{Month(drafted.Period)} of {drafted.Tenant} would be billed: {Sums(drafted.Preview)}.",
        MonthEmpty empty => $"{Month(empty.Period)} of {empty.Tenant} has no job to charge, so there is no invoice.",
        MonthBlocked blocked => $"{Month(blocked.Period)} of {blocked.Tenant} cannot be billed: {blocked.Month.Blockers.Count} jobs have no price or are not finished. Mend them or their prices first."
            + string.Concat(blocked.Month.Blockers.Select(blocker => Environment.NewLine + "  " + Line(blocker))),
        MonthRefused refused => $"{Month(refused.Period)} of {refused.Tenant} cannot be billed: {Reason(refused)}",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    private static string Sums(InvoiceContent invoice) =>
        $"net {Amount(invoice.NetMicros, invoice)}, tax {Amount(invoice.TaxMicros, invoice)}, gross {Amount(invoice.GrossMicros, invoice)}";

    private static Money Amount(long micros, InvoiceContent invoice) => Money.FromMicros(micros, new Currency(invoice.Currency));

    private static string Line(Blocker blocker) =>
        $"{blocker.PrinterName}, job {blocker.Job.DeviceJobId}: " + (blocker.IsPending
            ? "not finished"
            : "missing " + string.Join(", ", blocker.Missing.Select(missing => string.Join(' ', new object?[] { missing.Figure, missing.Measure, missing.Name }.OfType<object>()))));

    private static string Month(YearMonth period) => period.ToString("uuuu-MM", CultureInfo.InvariantCulture);

    private static string Reason(MonthRefused refused) => refused.Reason switch
    {
        RefusalReason.NoIssuer => "no issuer is set up; run a recipe with the step Issuer on the Default tenant.",
        RefusalReason.UnknownCustomer => "there are no terms for this tenant; run a recipe with the step BillingCustomers on the Default tenant.",
        RefusalReason.TenantUnavailable => "the tenant does not exist or does not run.",
        RefusalReason.NoPrintJobs => "the tenant does not collect print jobs; switch on SmartTracker.Collection there.",
        RefusalReason.NoReceiver => "the tenant cannot receive bills; switch on SmartTracker.Bills there.",
        RefusalReason.MonthNotOver => "the month is not over in the tenant's time zone.",
        RefusalReason.MixedCurrencies => $"its rate cards name different currencies ({refused.Detail}).",
        RefusalReason.DraftChanged => "the jobs or prices changed since the preview; look at it again.",
        _ => throw new ArgumentOutOfRangeException(nameof(refused)),
    };
}
