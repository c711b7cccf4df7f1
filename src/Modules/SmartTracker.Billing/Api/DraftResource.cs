using System.ComponentModel;
using SmartTracker.Abstractions.Api;
using SmartTracker.Billing.Abstractions.Api;

namespace SmartTracker.Billing.Api;

/// <summary>What billing a customer's month would come to now. Nothing is stored.</summary>
public sealed record DraftResource(
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
    [property: Description("Of the draft that was looked at; left out issues what there is.")] string? Fingerprint,
    [property: Description("Why the month is closed although something is open; it stands on the document. Up to 500 characters.")] string? Reason);
