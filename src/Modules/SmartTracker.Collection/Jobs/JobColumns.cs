namespace SmartTracker.Collection.Jobs;

/// <summary>What a list of jobs can show. The names stand in addresses and in users' choices: add, never rename.</summary>
public enum JobColumn
{
    Document,
    Printed,
    Printer,
    User,
    Status,
    Kind,
    Number,
    Serial,
    Media,
    Width,
    Pages,
    Copies,
    PageArea,
    MediaArea,
    Waste,
    Ink,
    Price,
}

public static class JobColumns
{
    public static IReadOnlyList<JobColumn> All { get; } = Enum.GetValues<JobColumn>();

    public static IReadOnlyList<JobColumn> Default { get; } =
        [JobColumn.Document, JobColumn.Printed, JobColumn.Status, JobColumn.Pages, JobColumn.PageArea, JobColumn.MediaArea, JobColumn.Ink, JobColumn.Price];

    public static bool IsFigure(this JobColumn column) => column is >= JobColumn.Width and <= JobColumn.Price;

    public static bool IsSortable(this JobColumn column) => column is not (JobColumn.Printer or JobColumn.Status or JobColumn.Kind or JobColumn.Waste or JobColumn.Serial);

    public static string Text(IEnumerable<JobColumn> columns) => string.Join(',', columns.Select(Name));

    public static string Name(this JobColumn column) => column.ToString().ToLowerInvariant();

    public static JobColumn? Parse(string? name) =>
        Enum.TryParse<JobColumn>(name, ignoreCase: true, out var column) && Enum.IsDefined(column) && !char.IsAsciiDigit(name![0]) ? column : null;

    /// <summary>Names we do not know are left out. The document comes first always: it opens the job.</summary>
    public static IReadOnlyList<JobColumn> ParseList(string? text) =>
        [JobColumn.Document, .. (text ?? "").Split(',').Select(Parse).OfType<JobColumn>().Where(column => column != JobColumn.Document).Distinct()];
}

/// <summary>What a list of jobs is ordered by.</summary>
public sealed record JobSort(JobColumn Column, bool Descending)
{
    public static JobSort NewestFirst { get; } = new(JobColumn.Printed, true);

    /// <summary><c>ink</c> or <c>-ink</c>; anything else is the newest first.</summary>
    public static JobSort Parse(string? text) =>
        JobColumns.Parse(text?.TrimStart('-')) is { } column && column.IsSortable() ? new(column, text!.StartsWith('-')) : NewestFirst;

    /// <summary>What the column's heading leads to: figures and times begin with the largest, words with A; a second time turns them round.</summary>
    public string NextFor(JobColumn column)
    {
        var descending = Column == column ? !Descending : column.IsFigure() || column == JobColumn.Printed;
        return (descending ? "-" : "") + column.Name();
    }
}
