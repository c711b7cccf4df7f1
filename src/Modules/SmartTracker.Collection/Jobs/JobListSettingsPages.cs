using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Views.PrintJobs;

namespace SmartTracker.Collection.Jobs;

/// <summary>Lets a user choose and order columns, step by step or all at once.</summary>
public sealed class JobListSettingsPages(JobListChoices choices, JobWords words, IEnumerable<IPrintJobPrices> prices)
{
    public async Task<JobListSettings> GetAsync(CancellationToken cancellationToken) => Page(
        await choices.ColumnsAsync(cancellationToken), JobColumns.All, await choices.ViewsAsync(cancellationToken));

    /// <summary>The form with a column moved one place; nothing is stored yet.</summary>
    public async Task<JobListSettings> MoveAsync(ColumnsForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var order = form.Ordered.ToList();
        if (JobColumns.Parse(form.Up ?? form.Down) is { } moved)
        {
            var from = order.IndexOf(moved);
            var to = from + (form.Up is null ? 1 : -1);
            // The document keeps the first place.
            if (from > 0 && to > 0 && to < order.Count)
                (order[from], order[to]) = (order[to], order[from]);
        }

        return Page(form.Chosen, order, await choices.ViewsAsync(cancellationToken));
    }

    private JobListSettings Page(IReadOnlyList<JobColumn> chosen, IReadOnlyList<JobColumn> order, IReadOnlyList<Data.JobViewRow> views)
    {
        var ordered = order == JobColumns.All ? chosen.Concat(JobColumns.All).Distinct() : order;
        return new(
            [.. ordered.Where(column => column != JobColumn.Price || prices.Any())
                .Select(column => new ColumnChoice(column.Name(), words.Heading(column), chosen.Contains(column), column == JobColumn.Document))],
            views);
    }
}

/// <summary>The columns as the form sends them.</summary>
public sealed class ColumnsForm
{
    /// <summary>All columns in their order.</summary>
    public IReadOnlyList<string>? Order { get; set; }

    /// <summary>The ticked ones.</summary>
    public IReadOnlyList<string>? Shown { get; set; }

    public string? Up { get; set; }

    public string? Down { get; set; }

    public bool Reset { get; set; }

    public bool IsMove => Up is not null || Down is not null;

    public IReadOnlyList<JobColumn> Ordered => [.. JobColumns.ParseList(string.Join(',', Order ?? [])).Concat(JobColumns.All).Distinct()];

    public IReadOnlyList<JobColumn> Chosen
    {
        get
        {
            var shown = JobColumns.ParseList(string.Join(',', Shown ?? []));
            return [.. Ordered.Where(shown.Contains)];
        }
    }
}
