using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Api.Domain;

namespace SmartTracker.Api.Data;

public sealed class ApiKeyStore(ApiDbContext context)
{
    public Task<List<ApiKey>> ListAsync(CancellationToken cancellationToken) =>
        context.Keys.AsNoTracking().OrderByDescending(key => key.Id).ToListAsync(cancellationToken);

    public Task<ApiKey?> FindAsync(ApiKeyId id, CancellationToken cancellationToken) =>
        context.Keys.FirstOrDefaultAsync(key => key.Id == id, cancellationToken);

    public Task<ApiKey?> FindAsync(string publicId, CancellationToken cancellationToken) =>
        context.Keys.AsNoTracking().FirstOrDefaultAsync(key => key.PublicId == publicId, cancellationToken);

    public async Task AddAsync(ApiKey key, CancellationToken cancellationToken)
    {
        context.Keys.Add(key);
        await context.SaveChangesAsync(cancellationToken);
    }

    public Task SaveAsync(CancellationToken cancellationToken) => context.SaveChangesAsync(cancellationToken);

    public Task UsedAsync(ApiKeyId id, Instant at, CancellationToken cancellationToken) =>
        context.Keys.Where(key => key.Id == id).ExecuteUpdateAsync(set => set.SetProperty(key => key.LastUsedAt, at), cancellationToken);
}
