using SmartTracker.Abstractions.Presentation;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Closing;
using SmartTracker.Billing.Invoices;

namespace SmartTracker.Web.Commands;

/// <summary>All that keeps a month open and all that it comes to, line by line: what <c>bill</c> says beside its one sentence.</summary>
internal sealed class BillReport(CloseWords words, QuestionWords questions, LineWords lines, Formats formats)
{
    public async Task WriteAsync(MonthClose outcome, TextWriter to)
    {
        foreach (var line in Blockers(outcome).Concat(Open(outcome)).Concat(Document(outcome)))
            await to.WriteLineAsync(line);
    }

    private IEnumerable<string> Blockers(MonthClose outcome) => outcome is MonthBlocked blocked
        ? blocked.Month.Blockers.Select(blocker => $"{blocker.PrinterName}, {lines.JobName(blocker.Job)}: {words.Sentence(blocker)}")
        : [];

    private IEnumerable<string> Open(MonthClose outcome) => QuestionsOf(outcome).Select(question => $"{questions.Sentence(question)} {questions.WhatToDo(question)}");

    private static IReadOnlyList<OpenQuestion> QuestionsOf(MonthClose outcome) => outcome switch
    {
        MonthBlocked blocked => blocked.Month.Questions,
        MonthEmpty empty => empty.Month.Questions,
        MonthDrafted drafted => drafted.Draft.Invoice.Questions,
        MonthQuestioned questioned => questioned.Questions,
        _ => [],
    };

    private IEnumerable<string> Document(MonthClose outcome) => outcome switch
    {
        MonthDrafted drafted => Lines(drafted.Preview),
        MonthQuestioned questioned => Lines(questioned.Draft.Preview),
        MonthIssued issued => Lines(issued.Invoice),
        _ => [],
    };

    private IEnumerable<string> Lines(InvoiceContent document) => document.Lines.Select(line =>
        $"{line.Position}. {lines.Line(line)}{(lines.Why(line) is { Length: > 0 } why ? $" ({why})" : "")}: {formats.Money(line.Net * document.Sign)}, {formats.Count(line.JobCount)}");
}
