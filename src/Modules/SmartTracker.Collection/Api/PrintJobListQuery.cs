using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using SmartTracker.Abstractions.Api;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Jobs;

namespace SmartTracker.Collection.Api;

/// <summary>What the list of print jobs is narrowed to.</summary>
public sealed class PrintJobListQuery : ApiListQuery
{
    [FromQuery(Name = "from"), Description("The first moment, such as 2026-10-01T00:00:00Z; compared with accountedAt.")]
    public DateTimeOffset? From { get; init; }

    [FromQuery(Name = "to"), Description("The first moment after; not included.")]
    public DateTimeOffset? To { get; init; }

    [FromQuery(Name = "printer"), Description("The id of a printer.")]
    public Guid? Printer { get; init; }

    [FromQuery(Name = "user"), Description("The user's name, exactly.")]
    public string? User { get; init; }

    [FromQuery(Name = "media"), Description("The type of media, exactly.")]
    public string? Media { get; init; }

    [FromQuery(Name = "status")]
    public PrintJobStatus? Status { get; init; }

    [FromQuery(Name = "search"), Description("Up to five words that stand in the job's name, its user or its device id.")]
    public string? Search { get; init; }

    [FromQuery(Name = "rated"), Description("true for jobs with a cost, false for those without. Pages may then be short although more follow.")]
    public bool? Rated { get; init; }

    internal Interval Interval => new(From is { } from ? Instant.FromDateTimeOffset(from) : null, To is { } to ? Instant.FromDateTimeOffset(to) : null);

    internal PrintJobFilter Filter => new()
    {
        Printer = Printer,
        User = User,
        Media = Media,
        Status = Status,
        Q = Search,
        Price = Rated switch { true => PriceState.Rated, false => PriceState.Unrated, null => null },
    };
}
