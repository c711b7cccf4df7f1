using System.ComponentModel;
using NodaTime;
using SmartTracker.Abstractions.Api;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;

namespace SmartTracker.Collection.Api;

/// <summary>A job that a second source lists of a printer.</summary>
[ApiExample("""
    { "id": "0199b0a4-1f2e-7c3d-9a41-5d0c3c6e8b11", "printerId": "0199b0a4-0000-7000-8000-000000000001", "source": "ews", "deviceJobId": "e5f0a1c2d3e4b5a6", "jobName": "A-101.pdf",
      "userName": "brandt", "endedAt": "2026-10-14T09:12:40Z", "copies": 2, "mediaAreaMm2": 1071000, "state": "same", "printJobId": "0199b0a4-2222-7000-8000-000000000001",
      "reason": null, "by": null, "at": null }
    """)]
public sealed record SecondListingResource(
    Guid Id,
    Guid PrinterId,
    [property: Description("piws, ews, ipp or import.")] string Source,
    string DeviceJobId,
    string? JobName,
    string? UserName,
    Instant EndedAt,
    int? Copies,
    long? MediaAreaMm2,
    [property: Description("asked: nobody has decided, it counts nowhere; same: a known job; own: it became a job; notCounted.")] SecondListingState State,
    Guid? PrintJobId,
    string? Reason,
    [property: Description("Null where it was found to be known by its end, name and figures.")] string? By,
    Instant? At)
{
    internal static SecondListingResource Of(SecondListingRow row)
    {
        var figures = JobFigures.FromJson(row.Figures);
        return new(
            row.Id, row.PrinterId.Value, row.Source, row.DeviceJobId, figures.JobName, figures.UserName, row.EndedAt, figures.CopiesPrinted, figures.MediaAreaMm2, row.State,
            row.PrintJobId?.Value, row.Reason, row.DecidedBy, row.DecidedAt);
    }
}

/// <summary>What is said about a job of a second source.</summary>
[ApiExample("""{ "state": "same", "printJobId": "0199b0a4-2222-7000-8000-000000000001", "reason": "Same drawing, same minute" }""")]
public sealed record SecondListingRequest(
    [property: Description("same, own or notCounted.")] SecondListingState? State,
    [property: Description("The known job, where it is the same.")] Guid? PrintJobId,
    [property: Description("How you know, in at most 500 characters.")] string? Reason);
