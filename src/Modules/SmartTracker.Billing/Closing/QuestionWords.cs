using Microsoft.Extensions.Localization;
using NodaTime.Text;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Billing.Abstractions;

namespace SmartTracker.Billing.Closing;

/// <summary>What is open when a month is closed: what it is, and what to do about it.</summary>
public sealed class QuestionWords(IStringLocalizer<Texts> texts, Formats formats)
{
    public string Sentence(OpenQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Kind switch
        {
            OpenQuestionKind.UnfinishedJobs => texts["Jobs that are not finished: {0}.", formats.Count(question.Count)],
            OpenQuestionKind.PrinterNotRead when question.KnownUntil is { } until => texts["The jobs of printer {0} are known only until {1}.", question.Subject, formats.DateTime(until)],
            OpenQuestionKind.PrinterNotRead => texts["Printer {0} was never read completely.", question.Subject],
            OpenQuestionKind.PrinterGap => texts["Stretches of the month in which jobs of printer {0} may have been missed: {1}.", question.Subject, formats.Count(question.Count)],
            OpenQuestionKind.NotDelivered => texts["{0} has not reached the customer yet.", question.Subject],
            OpenQuestionKind.MonthNotBilled => texts["Jobs of {0} that no invoice holds: {1}.", Month(question), formats.Count(question.Count)],
            _ => throw new InvalidOperationException($"There are no words for {question.Kind}."),
        };
    }

    public string WhatToDo(OpenQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Kind switch
        {
            OpenQuestionKind.UnfinishedJobs => texts["Wait until they are finished. Without them, they are billed when they are."],
            OpenQuestionKind.PrinterNotRead => texts["Collect from it now. Jobs that come later are billed late, in the next month."],
            OpenQuestionKind.PrinterGap => texts["Somebody has to decide about them on the customer's page of completeness. What is found later is billed late, in the next month."],
            OpenQuestionKind.NotDelivered => texts["It is tried again every few minutes; the customer's tenant must run and receive bills."],
            OpenQuestionKind.MonthNotBilled => texts["Close that month first, so that they stand on an invoice of their own."],
            _ => throw new InvalidOperationException($"There are no words for {question.Kind}."),
        };
    }

    /// <summary>Where to settle it, below the customer's administration or (with a tilde) the provider's.</summary>
    public (string Address, string Text) Link(OpenQuestion question, string tenant)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Kind switch
        {
            OpenQuestionKind.UnfinishedJobs => ("/print-jobs?status=Pending&month=all", texts["Unfinished jobs"]),
            OpenQuestionKind.PrinterNotRead => ("/printers", texts["The customer's printers"]),
            OpenQuestionKind.PrinterGap => ("/collections/completeness", texts["How completely the customer's jobs are known"]),
            OpenQuestionKind.NotDelivered => ("~/admin/invoices", texts["Invoices"]),
            OpenQuestionKind.MonthNotBilled => ($"~/admin/invoices/close?tenant={Uri.EscapeDataString(tenant)}&period={question.Subject}", texts["Close {0}", Month(question)]),
            _ => throw new InvalidOperationException($"There is no page for {question.Kind}."),
        };
    }

    private string Month(OpenQuestion question) => formats.Month(YearMonthPattern.Iso.Parse(question.Subject).Value);
}
