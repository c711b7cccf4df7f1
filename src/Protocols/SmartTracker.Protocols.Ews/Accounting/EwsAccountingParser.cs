using SmartTracker.Protocols.Ews.Tables;
using SmartTracker.Protocols.Ews.Words;

namespace SmartTracker.Protocols.Ews.Accounting;

/// <summary>Reads the accounting of an embedded web server, as a page or as an export, whatever the export really is. Nothing makes it throw; of a
/// document that was cut it gives the jobs that arrived whole.</summary>
public sealed class EwsAccountingParser
{
    private readonly EwsLimits _limits;

    public EwsAccountingParser(EwsLimits? limits = null) => _limits = limits ?? EwsLimits.Default;

    /// <param name="contentType">As the printer named it, or null; only its charset counts.</param>
    /// <param name="isWhole">The transport saw the end. Where it did not, a last line without an end is not believed.</param>
    /// <param name="knownOrder">What an earlier list of this printer proved about its dates; counts where this one proves nothing.</param>
    public EwsAccounting Parse(ReadOnlyMemory<byte> document, string? contentType = null, bool isWhole = false, EwsDateOrder knownOrder = EwsDateOrder.Unknown)
    {
        var tables = DocumentTables.Read(document, contentType, isWhole, _limits);
        var found = EwsLayoutFinder.Find(tables.Tables);
        if (found is not var (table, layout))
            return new EwsAccounting { Container = tables.Container, Defect = Missing(tables), DefectDetail = tables.DefectDetail };

        var problems = new EwsProblems(_limits);
        if (tables.IsCharsetGuessed)
            problems.Add(null, "charset", EwsProblemKind.GuessedCharset, null);
        var rows = table.Rows.Where(row => row.Number > layout.HeadingRow).ToList();
        var numbers = new EwsNumbers(Amounts(rows, layout), layout.Language);
        var order = Order(rows, layout, knownOrder);
        var jobs = Jobs(rows, layout, new EwsJobReader(layout, numbers, order, problems), problems);
        var isTableWhole = table.IsWhole && (tables.Defect is null || tables.Container == TableContainer.Html);
        if (!isTableWhole && jobs.Count > 0)
            // What belongs to the last one may be missing.
            jobs.RemoveAt(jobs.Count - 1);
        return new EwsAccounting
        {
            Container = tables.Container,
            Language = layout.Language,
            Layout = layout.Name,
            DateOrder = order,
            Jobs = jobs,
            Problems = problems.List,
            Defect = isTableWhole ? null : Cut(tables),
            DefectDetail = isTableWhole ? null : tables.DefectDetail,
        };
    }

    private static EwsDefect Missing(TableDocument tables) =>
        tables.IsWakeUpPage ? EwsDefect.WakeUpPage
        : tables.HasPasswordField ? EwsDefect.LoginPage
        : tables.Defect is null or TableDefect.NotATable ? EwsDefect.NotAccounting
        : Cut(tables);

    private static EwsDefect Cut(TableDocument tables) => tables.Defect switch
    {
        TableDefect.TooLarge => EwsDefect.TooLarge,
        TableDefect.Damaged => EwsDefect.Damaged,
        _ => EwsDefect.CutOff,
    };

    private static List<EwsJob> Jobs(List<TableRow> rows, EwsLayout layout, EwsJobReader reader, EwsProblems problems)
    {
        var jobs = new List<EwsJob>();
        var ink = new List<EwsInk>();
        var isAboutInk = false;
        foreach (var row in rows)
        {
            switch (EwsRows.Kind(row, layout))
            {
                case EwsRowKind.Job:
                    GiveInk(jobs, ink);
                    jobs.Add(reader.Read(row));
                    isAboutInk = false;
                    break;
                case EwsRowKind.Section:
                    isAboutInk = row.Cells.Any(cell => EwsWords.IsInk(cell.Text));
                    break;
                case EwsRowKind.Detail when jobs.Count == 0:
                    problems.Add(row.Number, "row", EwsProblemKind.Stray, string.Join(" | ", row.Cells.Select(cell => cell.Text).Where(text => text.Length > 0).Take(5)));
                    break;
                case EwsRowKind.Detail when reader.Ink(row, isAboutInk) is { } channel:
                    ink.Add(channel);
                    break;
            }
        }

        GiveInk(jobs, ink);
        return jobs;
    }

    private static void GiveInk(List<EwsJob> jobs, List<EwsInk> ink)
    {
        if (ink.Count == 0)
            return;
        jobs[^1] = jobs[^1] with { Ink = [.. ink] };
        ink.Clear();
    }

    internal static IEnumerable<string> Amounts(List<TableRow> rows, EwsLayout layout)
    {
        EwsColumn[] columns = [EwsColumn.MediaArea, EwsColumn.MediaLength, EwsColumn.ScanLength, EwsColumn.InkUsed];
        return rows.SelectMany(row => columns.Select(column => row[layout[column]])).Where(cell => cell.Number is null).Select(cell => cell.Text);
    }

    private static EwsDateOrder Order(List<TableRow> rows, EwsLayout layout, EwsDateOrder known)
    {
        var dates = rows.Select(row => row[layout[EwsColumn.PrintedAt]]).Where(cell => cell.Time is null).Select(cell => EwsDates.Parse(cell.Text)).OfType<EwsDateParts>().ToList();
        var proven = dates.Select(date => date.Proves).Where(order => order != EwsDateOrder.Unknown).Distinct().ToList();
        return proven switch
        {
            [var only] => only,
            // They contradict each other.
            [_, _, ..] => EwsDateOrder.Unknown,
            _ when known != EwsDateOrder.Unknown => known,
            // Of these languages all but English write the day first.
            _ => layout.Language is null or "en" ? EwsDateOrder.Unknown : EwsDateOrder.DayFirst,
        };
    }
}
