using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Data;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Data;
using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Registry;

/// <summary>Keeps what people say about settings that no protocol tells; the last word counts.</summary>
public sealed class AnswerBook(ITenantDatabase database, PrintersDbContext context, PrinterStore store, TimeProvider time)
{
    /// <returns>False where there is no such printer, question or answer.</returns>
    public async Task<bool> AnswerAsync(PrinterId id, PrinterQuestion question, string? answer, string by, CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(question) || answer is null || !PrinterQuestions.Answers(question).Contains(answer))
            return false;
        await using var transaction = await database.BeginAsync(cancellationToken);
        if (await store.FindAsync(id, cancellationToken) is not { ArchivedAt: null })
            return false;
        var known = await context.Answers.FirstOrDefaultAsync(given => given.PrinterId == id && given.Question == question, cancellationToken);
        if (known is null)
            context.Answers.Add(new PrinterAnswer { PrinterId = id, Question = question, Answer = answer, AnsweredAt = time.Now(), AnsweredBy = by });
        else
            (known.Answer, known.AnsweredAt, known.AnsweredBy) = (answer, time.Now(), by);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
