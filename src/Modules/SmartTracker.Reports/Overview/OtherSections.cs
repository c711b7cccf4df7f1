using SmartTracker.Abstractions.Presentation;

namespace SmartTracker.Reports.Overview;

/// <summary>What the other modules of the tenant add to its overview.</summary>
public sealed class OtherSections(IEnumerable<IOverviewSection> sections)
{
    public async Task<IReadOnlyList<PageSection>> GetAsync(CancellationToken cancellationToken)
    {
        var shown = new List<PageSection>();
        foreach (var section in sections.OrderBy(section => section.Order))
        {
            if (await section.GetAsync(cancellationToken) is { } given)
                shown.Add(given);
        }

        return shown;
    }
}
