using SmartTracker.Abstractions.Quantities;
using SmartTracker.Collection.Abstractions;

namespace SmartTracker.Collection.Jobs;

/// <summary>Sums over everything that fits the filter.</summary>
public sealed record PrintJobTotals
{
    /// <summary>Over every status, whichever is shown.</summary>
    public required IReadOnlyDictionary<PrintJobStatus, int> CountByStatus { get; init; }

    public required int Jobs { get; init; }

    public required ReportedSum Impressions { get; init; }

    public required ReportedSum Copies { get; init; }

    /// <summary>mm².</summary>
    public required ReportedSum PageArea { get; init; }

    /// <summary>mm².</summary>
    public required ReportedSum MediaArea { get; init; }

    /// <summary>nl.</summary>
    public required ReportedSum Ink { get; init; }

    /// <summary>False where too many jobs fit to add up their prices while somebody waits.</summary>
    public bool PricesKnown { get; init; }

    public IReadOnlyList<Money> Prices { get; init; } = [];

    /// <summary>Finished jobs without a price.</summary>
    public int Unrated { get; init; }

    public int UnratedInAnyStatus { get; init; }

    public int InAnyStatus => CountByStatus.Values.Sum();
}

/// <param name="Jobs">How many jobs have the figure.</param>
public readonly record struct ReportedSum(long Sum, int Jobs);
