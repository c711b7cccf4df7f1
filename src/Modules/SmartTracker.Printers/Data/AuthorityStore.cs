using Microsoft.EntityFrameworkCore;
using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Data;

public sealed class AuthorityStore(PrintersDbContext context)
{
    public Task<List<TrustedAuthority>> ListAsync(CancellationToken cancellationToken) =>
        context.Authorities.AsNoTracking().OrderBy(authority => authority.Subject).ThenBy(authority => authority.Id).ToListAsync(cancellationToken);

    /// <summary>All of them as PEM, or null where there is none.</summary>
    public async Task<string?> BundleAsync(CancellationToken cancellationToken) =>
        string.Join('\n', (await ListAsync(cancellationToken)).Select(authority => authority.Pem)) is { Length: > 0 } bundle ? bundle : null;

    public Task<TrustedAuthority?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        context.Authorities.FirstOrDefaultAsync(authority => authority.Id == id, cancellationToken);

    public void Add(TrustedAuthority authority) => context.Authorities.Add(authority);

    public void Remove(TrustedAuthority authority) => context.Authorities.Remove(authority);

    public Task SaveAsync(CancellationToken cancellationToken) => context.SaveChangesAsync(cancellationToken);
}
