using System.ComponentModel;
using NodaTime;
using SmartTracker.Abstractions.Api;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Import;

namespace SmartTracker.Collection.Api;

/// <summary>What came of an import.</summary>
[ApiExample("""
    { "importId": "0199b0a4-1f2e-7c3d-9a41-5d0c3c6e8b11", "accepted": 998, "duplicates": 1, "rejectedCount": 1,
      "rejected": [ { "line": 17, "field": "mediaAreaMm2", "reason": "mediaAreaMm2 is negative." } ] }
    """)]
public sealed record ImportAnswer(
    Guid ImportId,
    [property: Description("Rows that said something new.")] long Accepted,
    [property: Description("Rows that were known already.")] long Duplicates,
    [property: Description("All rejected rows; the first 1000 of them are listed.")] long RejectedCount,
    IReadOnlyList<RejectedRow> Rejected)
{
    internal static ImportAnswer Of(ImportResult result) => new(
        result.Record.Id.Value, result.Record.Accepted, result.Record.Duplicates, result.Record.Rejected,
        [.. result.Rejected.Select(line => new RejectedRow(line.Number, line.Field, line.Reason!))]);
}

/// <param name="Field">Null where the line as a whole is wrong.</param>
public sealed record RejectedRow([property: Description("From 1, the header of a CSV included.")] long Line, string? Field, string Reason);

/// <summary>An import as it stands, also while it runs and after the connection broke.</summary>
public sealed record ImportResource(
    Guid Id,
    Instant StartedAt,
    [property: Description("The name of the key.")] string StartedBy,
    ImportFormat Format,
    [property: Description("Null while it runs, or where the program ended with it; what was stored until then stays.")] Instant? EndedAt,
    [property: Description("Why it ended before its end; null where all was read.")] string? Problem,
    long Accepted,
    long Duplicates,
    long RejectedCount)
{
    internal static ImportResource Of(ImportRecord record) => new(
        record.Id.Value, record.StartedAt, record.StartedBy, record.Format, record.EndedAt, record.Problem, record.Accepted, record.Duplicates, record.Rejected);
}
