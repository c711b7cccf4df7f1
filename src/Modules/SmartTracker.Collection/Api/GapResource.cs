using System.ComponentModel;
using NodaTime;
using SmartTracker.Abstractions.Api;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;

namespace SmartTracker.Collection.Api;

/// <summary>A stretch of time in which jobs of a printer may have been missed.</summary>
[ApiExample("""
    { "id": "0199b0a4-1f2e-7c3d-9a41-5d0c3c6e8b11", "printerId": "0199b0a4-0000-7000-8000-000000000001", "from": "2026-11-19T18:00:00Z", "to": "2026-11-20T07:30:00Z", "isOpen": false,
      "decision": { "verdict": "waived", "reason": "Test prints of the technician", "by": "books", "at": "2026-11-20T08:00:00Z" } }
    """)]
public sealed record GapResource(
    Guid Id,
    Guid PrinterId,
    [property: Description("The last moment at which the printer's list was known whole.")] Instant From,
    [property: Description("The moment at which it was known again.")] Instant To,
    [property: Description("While it is open, the months that it touches cannot be closed without a reason.")] bool IsOpen,
    [property: Description("Null while it is open.")] GapDecisionResource? Decision)
{
    internal static GapResource Of(KnownGap gap) => new(
        gap.Id, gap.PrinterId.Value, gap.FromAt, gap.ToAt, gap.Decision is null,
        gap.Decision is { } decision ? new GapDecisionResource(decision.Decision, decision.Reason, decision.DecidedBy, decision.DecidedAt) : null);
}

/// <param name="Reason">Where counters proved it: how far they advanced.</param>
public sealed record GapDecisionResource(
    GapVerdict Verdict, string Reason, [property: Description("Null where the printer's own counters proved that nothing is missing.")] string? By, Instant At);

/// <summary>What is said about a gap.</summary>
[ApiExample("""{ "verdict": "nothingMissing", "reason": "Compared with the operator's list" }""")]
public sealed record GapDecisionRequest(
    [property: Description("nothingMissing, entered (by an import) or waived (not charged).")] GapVerdict? Verdict,
    [property: Description("How you know, in at most 500 characters.")] string? Reason);
