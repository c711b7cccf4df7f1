using System.ComponentModel;
using SmartTracker.Abstractions.Api;

namespace SmartTracker.Billing.Api;

/// <summary>What billing a customer's month would come to now. Nothing is stored.</summary>
[ApiExample("""
    { "id": "5d0c3c6e-8b11-8f2e-9a41-0199b0005f05", "tenant": "nordplan", "period": "2026-10", "state": "ready", "sentence": "Ready to be issued.",
      "fingerprint": "5f0c…", "net": { "amount": "100", "currency": "EUR" }, "gross": { "amount": "119", "currency": "EUR" },
      "invoiceId": null, "questions": [], "blockers": [] }
    """)]
public sealed record DraftResource(
    [property: Description("Names the customer's month, always the same; the invoice issued from it has an id of its own.")] Guid Id,
    string Tenant,
    string Period,
    DraftState State,
    [property: Description("In words, what keeps the month from being billed or what it comes to.")] string Sentence,
    [property: Description("Names exactly this draft; send it when issuing, so that nothing else is issued. Null where the month cannot be billed.")] string? Fingerprint,
    ApiMoney? Net,
    ApiMoney? Gross,
    [property: Description("The document that bills the month already.")] Guid? InvoiceId,
    [property: Description("What is open; issuing then needs a reason.")] IReadOnlyList<string> Questions,
    [property: Description("Jobs without a price, which keep the month open.")] IReadOnlyList<BlockingJob> Blockers);

public sealed record BlockingJob(Guid PrintJobId, string PrinterName, string Sentence);

public enum DraftState
{
    Ready,

    /// <summary>It can be billed only with a reason.</summary>
    Questioned,

    /// <summary>Jobs without a price keep it open.</summary>
    Blocked,

    /// <summary>No job is charged.</summary>
    Empty,
    Billed,

    /// <summary>Something else is missing; the sentence says what.</summary>
    Refused,
}

/// <summary>Confirms a draft.</summary>
[ApiExample("""{ "fingerprint": "5f0c…", "reason": null }""")]
public sealed record IssueRequest(
    [property: Description("Of the draft that was looked at; left out issues what there is.")] string? Fingerprint = null,
    [property: Description("Why the month is closed although something is open; it stands on the document. Up to 500 characters.")] string? Reason = null);
