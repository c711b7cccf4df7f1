using System.ComponentModel;
using NodaTime;
using SmartTracker.Abstractions.Api;
using SmartTracker.Collection.Collecting;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;

namespace SmartTracker.Collection.Api;

/// <summary>One collection from one printer.</summary>
[ApiExample("""
    { "id": "0199b0a4-1f2e-7c3d-9a41-5d0c3c6e8b11", "printerId": "0199b0a4-0000-7000-8000-000000000001", "startedAt": "2026-11-20T12:00:00Z", "endedAt": "2026-11-20T12:00:03Z",
      "result": "complete", "newJobs": 3, "changedJobs": 0, "unchangedJobs": 11, "sentence": "3 new, 0 changed, 11 unchanged." }
    """)]
public sealed record CollectionResource(
    Guid Id,
    Guid PrinterId,
    Instant StartedAt,
    [property: Description("Null while it runs.")] Instant? EndedAt,
    CollectionResult Result,
    int NewJobs,
    int ChangedJobs,
    int UnchangedJobs,
    [property: Description("What happened and what to do.")] string Sentence)
{
    internal static CollectionResource Of(CollectionRow row, CollectionTexts texts) => new(
        row.Id.Value, row.PrinterId.Value, row.StartedAt, row.EndedAt, row.Result, row.NewJobs, row.ChangedJobs, row.UnchangedJobs,
        texts.Describe(row.Result, row.NewJobs, row.ChangedJobs, row.UnchangedJobs, CollectionHistory.Problem(row)));
}
