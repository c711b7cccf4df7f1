namespace SmartTracker.Abstractions.Presentation;

/// <summary>A piece of a page that another module contributes: a partial view by its full path, such as
/// <c>/Views/PriceSteps/_PriceSteps.cshtml</c>, and its model.</summary>
public sealed record PageSection(string View, object Model);

/// <summary>Contributes to the tenant's overview page (<c>~/admin</c>). Answers null where it has nothing to say.</summary>
public interface IOverviewSection
{
    int Order { get; }

    Task<PageSection?> GetAsync(CancellationToken cancellationToken);
}
