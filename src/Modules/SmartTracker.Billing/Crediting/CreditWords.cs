using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Billing.Domain;

namespace SmartTracker.Billing.Crediting;

/// <summary>Says in the reader's language what came of cancelling an invoice.</summary>
public sealed class CreditWords(IStringLocalizer<Texts> texts, Formats formats)
{
    public string Sentence(CreditOutcome outcome) => outcome switch
    {
        CreditRefused { Reason: CreditRefusal.NoSuchInvoice } => texts["There is no such invoice."],
        CreditRefused { Reason: CreditRefusal.NotAnInvoice } => texts["A credit note is not cancelled. What is wrong with it is corrected with the next month."],
        CreditRefused { Reason: CreditRefusal.NoIssuer } => texts["No issuer is set up. Run a recipe with the step Issuer."],
        CreditRefused { Reason: CreditRefusal.ReasonMissing } => texts["Say why the invoice is cancelled, in at most {0} characters. The customer reads it.", Cancellation.LongestReason],
        CreditedBefore before => texts["Invoice {0} is cancelled already with credit note {1}; nothing was changed.", before.CreditNote.CancelsNumber!, before.CreditNote.Number],
        CreditIssued { Delivered: true } issued => texts["Credit note {0} over {1} is issued and delivered. {2} is open again.", issued.CreditNote.Number, formats.Money(issued.CreditNote.Gross), formats.Month(issued.CreditNote.Period)],
        CreditIssued issued => texts["Credit note {0} over {1} is issued. Its copy could not be delivered yet; that is tried again every minute. {2} is open again.", issued.CreditNote.Number, formats.Money(issued.CreditNote.Gross), formats.Month(issued.CreditNote.Period)],
        _ => throw new InvalidOperationException($"There are no words for {outcome.GetType().Name}."),
    };
}
