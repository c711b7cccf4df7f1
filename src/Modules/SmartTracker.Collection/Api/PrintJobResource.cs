using System.ComponentModel;
using NodaTime;
using SmartTracker.Abstractions.Api;
using SmartTracker.Collection.Abstractions;

namespace SmartTracker.Collection.Api;

/// <summary>A print job as the REST interface shows it. Null is "the device did not say", never zero.</summary>
[ApiExample("""
    { "id": "0199b0a4-1f2e-7c3d-9a41-5d0c3c6e8b11", "printerId": "0199b0a4-0000-7000-8000-000000000001", "printerSerial": "CN9B7K2041", "deviceJobId": "18844",
      "revision": 1, "jobKind": "print", "status": "completed", "userName": "brandt", "jobName": "A-101 Grundriss EG.pdf", "accountId": null,
      "submittedAt": "2026-10-15T11:58:00Z", "completedAt": "2026-10-15T12:00:00Z", "accountedAt": "2026-10-15T12:00:00Z", "pages": 1, "copies": 1, "impressions": 1,
      "mediaType": "Coated 130 g", "mediaWidthUm": 914000, "pageAreaMm2": 499554, "mediaAreaMm2": 542916, "inkNl": { "C": 400000, "K": 1100000 },
      "cost": { "amount": "2.40", "currency": "EUR" }, "unratedBecause": null }
    """)]
public sealed record PrintJobResource(
    Guid Id,
    Guid PrinterId,
    string PrinterSerial,
    string DeviceJobId,
    [property: Description("1 at first sight, one more whenever an accounted figure or the status changed.")] int Revision,
    JobKind JobKind,
    PrintJobStatus Status,
    string? UserName,
    string? JobName,
    [property: Description("The account that was given with the job, as it was given.")] string? AccountId,
    Instant? SubmittedAt,
    Instant? CompletedAt,
    [property: Description("Decides the month.")] Instant AccountedAt,
    [property: Description("Of the document, without copies.")] int? Pages,
    [property: Description("That came out, reprints included.")] int? Copies,
    [property: Description("Pages that came out, all copies together.")] int? Impressions,
    string? MediaType,
    long? MediaWidthUm,
    long? PageAreaMm2,
    long? MediaAreaMm2,
    [property: Description("Nanolitres by channel.")] IReadOnlyDictionary<string, long>? InkNl,
    [property: Description("The internal cost; null where the job is not rated.")] ApiMoney? Cost,
    [property: Description("Why there is no cost, in words; null where there is one, or where costs are not kept here.")] string? UnratedBecause)
{
    internal static PrintJobResource Of(PrintJob job, string? account, PrintJobPrice? price) => new(
        job.Id.Value, job.PrinterId.Value, job.PrinterSerial, job.DeviceJobId, job.Revision, job.Kind, job.Status, job.UserName, job.JobName, account,
        job.SubmittedAt, job.CompletedAt, job.AccountedAt, job.PagesPerCopy, job.CopiesPrinted, job.Impressions, job.MediaType,
        job.MediaWidth?.Micrometres, job.PageArea?.SquareMillimetres, job.MediaArea?.SquareMillimetres,
        job.Ink?.ToDictionary(ink => ink.Key, ink => ink.Value.Nanolitres),
        price?.Amount is { } amount ? ApiMoney.Of(amount) : null, price?.Amount is null ? price?.UnratedBecause : null);
}
