using System.Globalization;
using SmartTracker.PrinterSimulator.Plan;

namespace SmartTracker.PrinterSimulator.Serving.Ews;

/// <summary>A row of the accounting: a job, or (with <see cref="Channel"/>) the ink of the job above.</summary>
/// <param name="Cells">In the order of the headings; amounts without unit.</param>
internal sealed record EwsRow(IReadOnlyList<string> Cells, string? Channel);

/// <summary>The jobs that are over, newest first, as the printer's language writes them.</summary>
internal static class EwsRows
{
    public const int Document = 0;
    public const int CostType = 6;
    public const int Area = 8;
    public const int Length = 9;
    public const int Ink = 10;
    public const int Columns = 15;

    private const decimal SquareMetresPerSquareInch = 0.00064516m;
    private const decimal MetresPerInch = 0.0254m;

    public static IReadOnlyList<EwsRow> Of(PrinterPlan printer, EwsPlan ews, EwsLocale locale)
    {
        var over = printer.Listed.Where(job => job.JobStatus is "Completed" or "Deleted" or "Cancelled" or "Aborted" && job.CompletedAt is not null)
            .OrderByDescending(job => job.CompletedAt).Take(ews.Remembers);
        return [.. over.SelectMany(job => Of(job, printer, ews, locale))];
    }

    private static IEnumerable<EwsRow> Of(JobPlan job, PrinterPlan printer, EwsPlan ews, EwsLocale locale)
    {
        var ink = job.InkCubicCentimetres;
        var isAltered = ink?.Keys.Any(ews.AlteredInk.Contains) == true;
        yield return new EwsRow(
        [
            ews.TellsNames ? job.JobName : "",
            locale.Print,
            job.Source,
            Status(job, locale),
            (job.PrintedCopies ?? 0).ToString(CultureInfo.InvariantCulture),
            job.Pages.Count.ToString(CultureInfo.InvariantCulture),
            locale.Total,
            job.Media?.PaperId ?? "",
            job.Media is { } media ? locale.Number(media.SquareInches * SquareMetresPerSquareInch / locale.SquareMetresPerArea, 4) : "",
            job.Media is { } roll ? locale.Number(roll.LinearInches * MetresPerInch / locale.MetresPerLength, 4) : "",
            ink is null ? "" : isAltered ? locale.Altered : locale.Number(ink.Values.Sum(), 2),
            ews.TellsNames ? job.UserName : "",
            job.Account,
            TimeZoneInfo.ConvertTime(job.CompletedAt!.Value, printer.LocalZone).ToString(locale.DateFormat, locale.Culture),
            job.Pages.Count > 0 ? job.Pages[0].PrintQuality : "",
        ], null);
        foreach (var (channel, amount) in ink ?? new Dictionary<string, decimal>())
        {
            var cells = Enumerable.Repeat("", Columns).ToArray();
            cells[CostType] = $"{locale.Ink} - {channel}";
            cells[Ink] = ews.AlteredInk.Contains(channel) ? locale.Altered : locale.Number(amount, 2);
            yield return new EwsRow(cells, channel);
        }
    }

    private static string Status(JobPlan job, EwsLocale locale) => job switch
    {
        { JobStatus: "Aborted" } => locale.Failed,
        { JobStatus: "Cancelled" } or { CompletionStatus: "Cancelled" } => locale.Cancelled,
        _ => locale.Printed,
    };
}
