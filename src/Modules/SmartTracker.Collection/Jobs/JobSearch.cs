using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Navigation;

namespace SmartTracker.Collection.Jobs;

/// <summary>Finds print jobs of all months from the bar.</summary>
public sealed class JobSearch(IStringLocalizer<Texts> t) : ISearchProvider
{
    public SearchPlace? Place => new(t["Search print jobs"], "~/admin/print-jobs", CollectionPermissions.View, 200, ("month", PrintJobFilter.AllMonths));
}
