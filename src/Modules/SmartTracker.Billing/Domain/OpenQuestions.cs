using System.Globalization;
using NodaTime;
using SmartTracker.Billing.Abstractions;

namespace SmartTracker.Billing.Domain;

/// <summary>What keeps a month from being closed without a word: everything that may still change what it comes to.</summary>
internal static class OpenQuestions
{
    public static IReadOnlyList<OpenQuestion> Of(JobsOfMonth month, JobSorting jobs, IReadOnlyList<string> undelivered) =>
    [
        .. Unfinished(jobs),
        .. month.Printers.SelectMany(printer => Printer(printer, month.Month.Interval)),
        .. OpenMonths(jobs),
        .. undelivered.Select(number => new OpenQuestion(OpenQuestionKind.NotDelivered, number, 1)),
    ];

    private static IEnumerable<OpenQuestion> Unfinished(JobSorting jobs)
    {
        if (jobs.Unfinished.Count > 0)
            yield return new OpenQuestion(OpenQuestionKind.UnfinishedJobs, "", jobs.Unfinished.Count);
    }

    private static IEnumerable<OpenQuestion> Printer(PrinterKnowledge printer, Interval month)
    {
        var name = StorableText.Of(printer.Name)!;
        var isKnown = printer.KnownUntil >= month.End;
        // A removed printer is asked about for the last time in the month in which it was read last.
        if (!isKnown && !(printer.IsArchived && !(printer.KnownUntil >= month.Start)))
            yield return new OpenQuestion(OpenQuestionKind.PrinterNotRead, name, 1, printer.KnownUntil);

        var gaps = printer.Gaps.Count(gap => gap.Start < month.End && gap.End > month.Start);
        if (gaps > 0)
            yield return new OpenQuestion(OpenQuestionKind.PrinterGap, name, gaps, printer.KnownUntil);
    }

    private static IEnumerable<OpenQuestion> OpenMonths(JobSorting jobs) => jobs.OfOpenMonths
        .Where(jobs.IsWorthABill)
        .GroupBy(jobs.MonthOf)
        .OrderBy(month => month.Key)
        .Select(month => new OpenQuestion(OpenQuestionKind.MonthNotBilled, month.Key.ToString("uuuu-MM", CultureInfo.InvariantCulture), month.Count()));
}
