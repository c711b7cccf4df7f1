using SmartTracker.Abstractions.Presentation;
using SmartTracker.Costing.Data;

namespace SmartTracker.Costing.Explanations;

/// <summary>Tells the overview page how many jobs wait for a price.</summary>
public sealed class UnratedOverview(RatedJobsStore ratings) : IOverviewSection
{
    public int Order => 400;

    public async Task<PageSection?> GetAsync(CancellationToken cancellationToken)
    {
        var unrated = await ratings.CountUnratedAsync(cancellationToken);
        return unrated == 0 ? null : new PageSection("/Views/PriceSteps/_UnratedCount.cshtml", new UnratedCount(unrated));
    }
}

public sealed record UnratedCount(int Jobs);
