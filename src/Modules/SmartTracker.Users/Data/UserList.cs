using Microsoft.EntityFrameworkCore;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Data;

/// <summary>Reads users for pages.</summary>
public sealed class UserList(UsersDbContext context)
{
    public async Task<IReadOnlyList<User>> GetAsync(CancellationToken cancellationToken) =>
        await context.Users.AsNoTracking().OrderBy(user => user.NormalizedUserName).ToListAsync(cancellationToken);

    public Task<User?> FindAsync(UserId id, CancellationToken cancellationToken) =>
        context.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == id, cancellationToken);
}
