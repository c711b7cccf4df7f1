using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Collection.Domain;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Data;

/// <summary>Answers that could not be taken into the books. Joins the caller's transaction.</summary>
public sealed class UnreadAnswers(CollectionDbContext context)
{
    public async Task<UnreadAnswer?> FindAsync(PrinterId printer, CancellationToken cancellationToken) =>
        (await context.UnreadAnswers.AsNoTracking().FirstOrDefaultAsync(row => row.PrinterId == printer, cancellationToken))?.Answer;

    /// <summary>Those about which a person is told, newest first.</summary>
    public async Task<IReadOnlyList<UnreadAnswerRow>> ForPersonsAsync(CancellationToken cancellationToken) =>
        await context.UnreadAnswers.AsNoTracking().Where(row => row.TriesInAll >= UnreadAnswer.MostTries).OrderByDescending(row => row.Since).ToListAsync(cancellationToken);

    public async Task<UnreadAnswerRow?> ForPersonsAsync(PrinterId printer, CancellationToken cancellationToken) =>
        await context.UnreadAnswers.AsNoTracking()
            .FirstOrDefaultAsync(row => row.PrinterId == printer && row.TriesInAll >= UnreadAnswer.MostTries, cancellationToken);

    /// <summary>One more try in vain.</summary>
    public async Task<UnreadAnswer> AddAsync(
        PrinterId printer, CollectionId collection, byte[] digest, AnswerFault fault, Instant at, CancellationToken cancellationToken)
    {
        var row = await context.UnreadAnswers.FirstOrDefaultAsync(row => row.PrinterId == printer, cancellationToken);
        var after = UnreadAnswer.After(row?.Answer, digest, fault);
        if (row is null)
            context.UnreadAnswers.Add(row = new UnreadAnswerRow { PrinterId = printer, Digest = digest, Since = at });
        (row.Digest, row.Fault, row.Tries, row.TriesInAll, row.CollectionId) = (after.Digest, after.Fault, after.Tries, after.TriesInAll, collection);
        await context.SaveChangesAsync(cancellationToken);
        return after;
    }

    /// <summary>The printer was read, or a person wants it tried again. False where nothing was known.</summary>
    public async Task<bool> ForgetAsync(PrinterId printer, CancellationToken cancellationToken) =>
        await context.UnreadAnswers.Where(row => row.PrinterId == printer).ExecuteDeleteAsync(cancellationToken) > 0;
}
