using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Domain;
using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Billing.Closing;

/// <summary>Says in the reader's language what came of closing a month, and why a job blocks it.</summary>
public sealed class CloseWords(IStringLocalizer<Texts> texts, Formats formats)
{
    /// <summary>One sentence for the whole outcome.</summary>
    public string Sentence(MonthClose outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var month = formats.Month(outcome.Period);
        return outcome switch
        {
            MonthRefused refused => Refusal(refused, month),
            MonthBilledBefore before => texts["{0} of {1} is billed already with {2} over {3}; nothing was changed.", month, outcome.Tenant, before.Invoice.Number, formats.Money(before.Invoice.Balance)],
            MonthBlocked blocked => texts["{0} of {1} cannot be billed yet: {2} of {3} jobs have no price.", month, outcome.Tenant, formats.Count(blocked.Month.Blockers.Count), formats.Count(blocked.Month.Looked)],
            MonthQuestioned questioned => texts["{0} of {1} has open questions: {2}. Settle them, or give a reason to close it all the same.", month, outcome.Tenant, formats.Count(questioned.Questions.Count)],
            MonthEmpty { Month: { NotCharged: 0, BilledBefore: 0 } } => texts["{1} has no print jobs in {0}, so there is no invoice.", month, outcome.Tenant],
            MonthEmpty empty => texts["{1} has nothing to pay for {0}: {2} jobs are charged to nobody, {3} were billed before. There is no invoice.", month, outcome.Tenant, formats.Count(empty.Month.NotCharged), formats.Count(empty.Month.BilledBefore)],
            MonthDrafted { Preview.Kind: DocumentKind.CreditNote } credit => texts["{0} of {1} comes to less than nothing: {2} gross are given back with a credit note.", month, outcome.Tenant, formats.Money(credit.Preview.Gross)],
            MonthDrafted drafted => texts["{0} of {1} comes to {2} net, {3} gross, for {4} jobs.", month, outcome.Tenant, formats.Money(drafted.Preview.Net), formats.Money(drafted.Preview.Gross), formats.Count(drafted.Preview.Lines.Sum(line => line.JobCount))],
            MonthIssued { Invoice.Kind: DocumentKind.CreditNote } credit => texts["Credit note {2} for {0} of {1} over {3} is issued.", month, outcome.Tenant, credit.Invoice.Number, formats.Money(credit.Invoice.Gross)],
            MonthIssued { Delivered: true } issued => texts["Invoice {2} for {0} of {1} over {3} is issued and delivered.", month, outcome.Tenant, issued.Invoice.Number, formats.Money(issued.Invoice.Gross)],
            MonthIssued issued => texts["Invoice {2} for {0} of {1} over {3} is issued. Its copy could not be delivered yet; that is tried again every minute.", month, outcome.Tenant, issued.Invoice.Number, formats.Money(issued.Invoice.Gross)],
            _ => throw new InvalidOperationException($"There are no words for {outcome.GetType().Name}."),
        };
    }

    /// <summary>Why one job has no price.</summary>
    public string Sentence(Blocker blocker)
    {
        ArgumentNullException.ThrowIfNull(blocker);
        return string.Join(' ', blocker.Missing.Select(Missing));
    }

    public string Kind(LineKind kind) => kind switch
    {
        LineKind.Late => texts["Late jobs of earlier months"],
        LineKind.Changed => texts["Changes of billed jobs"],
        _ => texts["Jobs of the month"],
    };

    private string Refusal(MonthRefused refused, string month) => refused.Reason switch
    {
        RefusalReason.NoIssuer => texts["No issuer is set up. Run a recipe with the step Issuer."],
        RefusalReason.UnknownCustomer => texts["{0} has no billing terms. Run a recipe with the step BillingCustomers that names it.", refused.Tenant],
        RefusalReason.TenantUnavailable => texts["The tenant {0} does not exist or is not running.", refused.Tenant],
        RefusalReason.NoPrintJobs => texts["The tenant {0} does not collect print jobs. Switch on its feature SmartTracker.Collection.", refused.Tenant],
        RefusalReason.NoReceiver => texts["The tenant {0} cannot receive bills. Switch on its feature SmartTracker.Bills.", refused.Tenant],
        RefusalReason.MonthNotOver => texts["{0} is not over yet where {1} is.", month, refused.Tenant],
        RefusalReason.MixedCurrencies => texts["The rate cards of {0} use more than one currency in {1}: {2}. A month is billed in one.", refused.Tenant, month, refused.Detail],
        RefusalReason.DraftChanged => texts["The jobs or terms of {0} changed since you looked at the draft. Look at it again.", refused.Tenant],
        RefusalReason.BooksBusy => texts["Other documents for {0} are being issued just now. Try again.", refused.Tenant],
        _ => throw new InvalidOperationException($"There are no words for {refused.Reason}."),
    };

    private string Missing(MissingInput missing) => missing.Figure switch
    {
        MissingFigure.PriceList => texts["No rate card is valid on its day."],
        MissingFigure.PageArea => texts["The printer did not say how large its pages were."],
        MissingFigure.MediaArea => texts["The printer did not say how much media it used."],
        MissingFigure.Ink => texts["The printer did not say how much ink it used."],
        MissingFigure.Pages => texts["The printer did not say how many pages came out."],
        MissingFigure.MediaType => texts["Prices differ by media, and the printer did not say which it used."],
        MissingFigure.PriceForMedia => texts["The rate card has no price for the media {0}.", missing.Name ?? texts["unknown"].Value],
        MissingFigure.PriceForInkChannel => texts["The rate card has no price for the ink {0}.", missing.Name ?? texts["unknown"].Value],
        MissingFigure.PriceForScan => texts["Rate cards have no prices for scans yet."],
        MissingFigure.PlausibleFigures => texts["A figure is negative or beyond what a printer can print."],
        _ => throw new InvalidOperationException($"There are no words for {missing.Figure}."),
    };
}
