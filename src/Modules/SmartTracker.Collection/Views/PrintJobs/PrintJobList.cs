using NodaTime;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Jobs;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Views.PrintJobs;

/// <summary>The list of print jobs.</summary>
public sealed record PrintJobList
{
    public required PrintJobFilter Filter { get; init; }
    public required PrintJobPeriod Period { get; init; }
    public required IReadOnlyList<YearMonth> Months { get; init; }
    public required IReadOnlyList<PrinterSummary> Printers { get; init; }
    public required IReadOnlyList<string> Media { get; init; }
    public required IReadOnlyList<string> Users { get; init; }
    public required IReadOnlyList<FilterChip> Chips { get; init; }
    public required IReadOnlyList<JobViewRow> Views { get; init; }
    public required IReadOnlyList<JobHeading> Columns { get; init; }
    public required IReadOnlyList<JobRow> Rows { get; init; }

    /// <summary>Below each column.</summary>
    public required IReadOnlyList<JobCell> Sums { get; init; }

    public required PrintJobTotals Totals { get; init; }
    public required bool ShowsPrices { get; init; }
    public required Pager Pager { get; init; }

    public bool AnyJobs => Months.Count > 0;

    /// <summary>The user's own view that is shown, or null.</summary>
    public JobViewRow? View => Views.FirstOrDefault(view => view.Query == Filter.Query);

    /// <summary>Statuses in the order in which they are told; one that no job has is told only while it is chosen.</summary>
    public IEnumerable<PrintJobStatus> Statuses =>
        new[] { PrintJobStatus.Completed, PrintJobStatus.Cancelled, PrintJobStatus.Failed, PrintJobStatus.Pending }
            .Where(status => status == PrintJobStatus.Completed || status == Filter.Status || Totals.CountByStatus.ContainsKey(status));

    public IEnumerable<(string Name, string? Value)> Kept(params string[] but) => Filter.Parts.Where(part => !but.Contains(part.Name) && !string.IsNullOrEmpty(part.Value));
}

/// <summary>A part of the filter in words.</summary>
/// <param name="Without">The address of the list without it.</param>
public sealed record FilterChip(string Term, string Text, string Without);

/// <param name="Query">The address of the list ordered by this column, or null where it cannot be.</param>
/// <param name="Sorted"><c>ascending</c>, <c>descending</c>, or null.</param>
public sealed record JobHeading(JobColumn Column, string Text, string? Query, string? Sorted);

/// <param name="Sub">What stands below the title.</param>
/// <param name="Cells">Without the document's.</param>
public sealed record JobRow(PrintJobId Id, string Title, string Sub, IReadOnlyList<JobCell> Cells);

/// <summary>A cell of the list, already in the reader's language.</summary>
/// <param name="Sub">A second, quieter line; the reason where the job is unrated.</param>
/// <param name="Mark">A mark of the design system before the text.</param>
/// <param name="IsMissing">The text is the word for what is missing.</param>
public sealed record JobCell(string Text, string? Sub = null, string? Mark = null, bool IsMissing = false, bool IsUnrated = false, bool IsCode = false);

/// <summary>Columns to choose from, the chosen ones first and in their order, and the user's views.</summary>
public sealed record JobListSettings(IReadOnlyList<ColumnChoice> Columns, IReadOnlyList<JobViewRow> Views);

public sealed record ColumnChoice(string Name, string Text, bool IsChosen, bool IsFixed);
