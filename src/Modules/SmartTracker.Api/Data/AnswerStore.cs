using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Api.Data;

/// <summary>Answers of POSTs by their <c>Idempotency-Key</c>.</summary>
public sealed class AnswerStore(ApiDbContext context, ITenantDatabase database)
{
    public Task<StoredAnswer?> FindAsync(Guid key, string idempotencyKey, CancellationToken cancellationToken) =>
        context.Answers.AsNoTracking().FirstOrDefaultAsync(answer => answer.KeyId == key && answer.IdempotencyKey == idempotencyKey, cancellationToken);

    /// <summary>Takes the key inside the caller's transaction. False where somebody has it; on PostgreSQL it waits for whoever is about to.</summary>
    public async Task<bool> TryTakeAsync(StoredAnswer answer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        object key = database.Engine == DatabaseEngine.Sqlite ? answer.KeyId.ToByteArray(true) : answer.KeyId;
        object at = database.Engine == DatabaseEngine.Sqlite ? answer.AskedAt.ToUnixTimeTicks() : answer.AskedAt.ToDateTimeUtc();
        var taken = await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO api_answers (key_id, idempotency_key, request_hash, asked_at, status, body)
            VALUES ({key}, {answer.IdempotencyKey}, {answer.RequestHash}, {at}, {answer.Status}, {answer.Body})
            ON CONFLICT (key_id, idempotency_key) DO NOTHING
            """, cancellationToken);
        return taken == 1;
    }

    /// <summary>What was answered, beside the key taken before.</summary>
    public Task CompleteAsync(StoredAnswer answer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return context.Answers.Where(known => known.KeyId == answer.KeyId && known.IdempotencyKey == answer.IdempotencyKey).ExecuteUpdateAsync(
            set => set
                .SetProperty(known => known.Status, answer.Status)
                .SetProperty(known => known.ContentType, answer.ContentType)
                .SetProperty(known => known.Location, answer.Location)
                .SetProperty(known => known.Body, answer.Body),
            cancellationToken);
    }
}
