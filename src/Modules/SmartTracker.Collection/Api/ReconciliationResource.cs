using System.ComponentModel;
using NodaTime;
using SmartTracker.Abstractions.Api;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.Jobs;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Api;

/// <summary>One counter of a printer against its jobs of a month: counted = printJobs + internal + maintenance + unknown. Areas in mm², lengths in µm, ink in nl.</summary>
[ApiExample("""
    { "printerId": "0199b0a4-0000-7000-8000-000000000001", "month": "2026-10", "counter": "mediaArea", "from": "2026-10-01T00:04:00Z", "to": "2026-10-31T22:58:00Z",
      "counted": 412500000, "printJobs": 405120000, "internal": 1200000, "maintenance": 4000000, "unknown": 2180000, "absorbed": 2180000, "disputed": 0, "open": 0,
      "silentJobs": 0, "needsReview": false }
    """)]
public sealed record ReconciliationResource(
    Guid PrinterId,
    [property: Description("In the site's time zone.")] string Month,
    MeterKind Counter,
    [property: Description("The first of the reads that are compared.")] Instant From,
    [property: Description("The last of them.")] Instant To,
    long Counted,
    [property: Description("What jobs that people sent say.")] long PrintJobs,
    [property: Description("What the device's own jobs say.")] long Internal,
    [property: Description("Booked by a person; no printer tells it.")] long Maintenance,
    [property: Description("Null where the counter jumped or was reset.")] long? Unknown,
    [property: Description("Of the unknown: what the site bears.")] long Absorbed,
    [property: Description("Of the unknown: what is argued about.")] long Disputed,
    [property: Description("Unknown and not settled; null where the counter jumped or was reset.")] long? Open,
    [property: Description("Jobs that did not say this figure.")] int SilentJobs,
    bool NeedsReview)
{
    internal static ReconciliationResource Of(PrinterId printer, YearMonth month, Reconciliation counter) => new(
        printer.Value, PrintJobFilter.Text(month), counter.Kind, counter.From, counter.To, counter.Counted, counter.Printed, counter.Internal, counter.Maintenance,
        counter.NeedsReview ? null : counter.Unknown, counter.Absorbed, counter.Disputed, counter.Open, counter.Silent, counter.NeedsReview);
}

/// <summary>What a person made of a part of what a counter counted beyond all known jobs.</summary>
[ApiExample("""
    { "id": "0199b0a4-1f2e-7c3d-9a41-5d0c3c6e8b11", "printerId": "0199b0a4-0000-7000-8000-000000000001", "month": "2026-10", "counter": "mediaArea", "purpose": "maintenance",
      "amount": 4000000, "reason": "Calibration on 14 October", "bookedBy": "books", "bookedAt": "2026-11-02T08:00:00Z", "withdrawnBy": null, "withdrawnAt": null, "printJobId": null }
    """)]
public sealed record BookingResource(
    Guid Id, Guid PrinterId, string Month, MeterKind Counter, ResidualPurpose Purpose, long Amount, string Reason, string BookedBy, Instant BookedAt, string? WithdrawnBy,
    Instant? WithdrawnAt, [property: Description("The job that charges it.")] Guid? PrintJobId)
{
    internal static BookingResource Of(ResidualBookingRow row) => new(
        row.Id, row.PrinterId.Value, row.Month, row.Kind, row.Purpose, row.Amount, row.Reason, row.BookedBy, row.BookedAt, row.WithdrawnBy, row.WithdrawnAt, row.PrintJobId?.Value);
}

/// <summary>A booking to be made.</summary>
[ApiExample("""{ "printerId": "0199b0a4-0000-7000-8000-000000000001", "month": "2026-10", "counter": "mediaArea", "purpose": "maintenance", "amount": 4000000, "reason": "Calibration on 14 October" }""")]
public sealed record BookingRequest(
    Guid? PrinterId,
    [property: Description("Such as 2026-10.")] string? Month,
    [property: Description("Left out where the purpose is charged: then all that is open becomes one job.")] MeterKind? Counter,
    ResidualPurpose? Purpose,
    [property: Description("A part of what is open; left out where the purpose is charged.")] long? Amount,
    [property: Description("How you know, in at most 500 characters.")] string? Reason);
