using NodaTime;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Costing.Data;

/// <summary>A row of <c>rated_jobs</c>: what one revision of a finished job costs, or why it has no price.</summary>
public sealed class RatedJob
{
    public PrintJobId PrintJobId { get; init; }

    public int Revision { get; init; }

    /// <summary>Whether this is the job's newest revision; at most one row of a job is.</summary>
    public bool IsCurrent { get; set; }

    /// <summary>Copied from the job, so that a period's totals need no other table.</summary>
    public Instant AccountedAt { get; set; }

    /// <summary>Media consumed in mm², or null where the printer did not say or said nonsense.</summary>
    public long? MediaArea { get; set; }

    /// <summary>All ink in nanolitres, or null where the printer did not say or said nonsense.</summary>
    public long? Ink { get; set; }

    public RatedStatus Status { get; set; }

    /// <summary>Null where no rule is valid at the job's date.</summary>
    public CostRuleId? RuleId { get; set; }

    /// <summary>Micro-units; null exactly where the job is unrated.</summary>
    public long? Amount { get; set; }

    public string Currency { get; set; } = "";

    /// <summary>The price steps as <see cref="PricingJson"/> writes them; null where the job is unrated.</summary>
    public string? Steps { get; set; }

    /// <summary>The reasons as <see cref="PricingJson"/> writes them; null where the job is rated.</summary>
    public string? Missing { get; set; }

    public Instant RatedAt { get; set; }

    public Money? Price => Amount is { } micros ? Money.FromMicros(micros, new Currency(Currency)) : null;

    public IReadOnlyList<PriceStep> ReadSteps() => Steps is null ? [] : PricingJson.ReadSteps(Steps);

    public IReadOnlyList<MissingInput> ReadMissing() => Missing is null ? [] : PricingJson.ReadMissing(Missing);
}
