using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Data;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Data;

/// <summary>Counts sign-in tries in the database, each exactly once.</summary>
public sealed class SignInTriesStore(UsersDbContext context, TimeProvider time)
{
    /// <summary>Counts one try; false while the account is locked.</summary>
    public async Task<bool> CountAsync(UserId id, CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = time.Now();
            var stored = await context.Users.IgnoreAutoIncludes().Where(user => user.Id == id)
                .Select(user => new { user.FailedTries, user.LockedUntil }).SingleAsync(cancellationToken);
            var tries = new SignInTries(stored.FailedTries, stored.LockedUntil);
            if (tries.IsLocked(now))
                return false;

            var next = tries.Count(now);
            var counted = await context.Users.Where(user => user.Id == id && user.FailedTries == tries.Failed)
                .ExecuteUpdateAsync(set => set
                    .SetProperty(user => user.FailedTries, next.Failed)
                    .SetProperty(user => user.LockedUntil, next.LockedUntil), cancellationToken);
            if (counted == 1)
                return true;
        }
    }

    public Task ForgetAsync(UserId id, CancellationToken cancellationToken) => context.Users.Where(user => user.Id == id)
        .ExecuteUpdateAsync(set => set
            .SetProperty(user => user.FailedTries, 0)
            .SetProperty(user => user.LockedUntil, (NodaTime.Instant?)null), cancellationToken);
}
