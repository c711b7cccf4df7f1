using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;
using SmartTracker.Costing.Data;
using SmartTracker.Costing.Rating;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Costing.Publishing;

/// <summary>Publishes the next version of a scope's rules and rates the jobs again that it is now in force for, in one transaction.</summary>
public sealed class CostRulePublisher(
    ITenantDatabase database, CostRulesStore rules, CostRulesLock rulesLock, PrintJobsRater rater, IPrintJobs jobs, Tenant tenant, TimeProvider time)
{
    public async Task<PublishedCostRule> PublishAsync(NewCostRule rule, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        var published = await PublishWithinAsync(rule, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return published;
    }

    /// <summary>The same inside the caller's transaction.</summary>
    /// <exception cref="ArgumentException">The prices are not in the tenant's currency.</exception>
    public async Task<PublishedCostRule> PublishWithinAsync(NewCostRule rule, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (rule.Prices.Currency != tenant.Currency)
            throw new ArgumentException($"Prices in {rule.Prices.Currency} cannot be published in a tenant that counts in {tenant.Currency}.", nameof(rule));

        await rulesLock.ForPublishingAsync(cancellationToken);
        var versions = await rules.OfScopeAsync(rule.PrinterId, cancellationToken);
        var stored = new StoredCostRule
        {
            Id = CostRuleId.New(),
            Version = versions.Count == 0 ? 1 : versions[^1].Version + 1,
            PrinterId = rule.PrinterId,
            ValidFrom = rule.ValidFrom,
            Prices = PricingJson.Write(rule.Prices),
            PublishedAt = time.Now(),
            PublishedBy = rule.PublishedBy,
        };
        await rules.AddAsync(stored, cancellationToken);

        var ratedAgain = 0;
        var start = rule.ValidFrom.AtStartOfDayInZone(tenant.TimeZone).ToInstant();
        await foreach (var month in jobs.FromAsync(start, time.Now(), cancellationToken))
            ratedAgain += await rater.RateAgainAsync(month, cancellationToken);
        return new PublishedCostRule(stored.Id, stored.Version, ratedAgain);
    }

    /// <summary>Whether the scope's newest rule from that day has these prices already.</summary>
    public async Task<bool> IsPublishedAsync(NewCostRule rule, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var versions = await rules.OfScopeAsync(rule.PrinterId, cancellationToken);
        return versions.LastOrDefault(version => version.ValidFrom == rule.ValidFrom)?.ToRule().Prices.HasSamePricesAs(rule.Prices) ?? false;
    }
}

/// <param name="PrinterId">One printer, or null for every printer without a rule of its own.</param>
/// <param name="PublishedBy">The user's name, or null for a recipe.</param>
public sealed record NewCostRule(PrinterId? PrinterId, LocalDate ValidFrom, PriceList Prices, string? PublishedBy = null);

public sealed record PublishedCostRule(CostRuleId Id, int Version, int RatedAgain);
