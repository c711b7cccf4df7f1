using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Data;

/// <summary>The browsers that a user has signed in on, each with its own count of wrong tries.</summary>
public sealed class KnownDeviceStore(UsersDbContext context, TimeProvider time)
{
    private static readonly Duration RememberedFor = Duration.FromDays(180);

    public Task<bool> IsKnownAsync(UserId user, Guid device, CancellationToken cancellationToken)
    {
        var oldest = time.Now() - RememberedFor;
        return context.Devices.AnyAsync(row => row.UserId == user && row.DeviceId == device && row.LastUsedAt > oldest, cancellationToken);
    }

    /// <summary>Counts one try; false while the device is locked for this user, or not known any more.</summary>
    public async Task<bool> CountAsync(UserId user, Guid device, CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = time.Now();
            var stored = await Row(user, device).Select(row => new { row.FailedTries, row.LockedUntil }).SingleOrDefaultAsync(cancellationToken);
            if (stored is null)
                return false;
            var tries = new SignInTries(stored.FailedTries, stored.LockedUntil);
            if (tries.IsLocked(now))
                return false;

            var next = tries.Count(now);
            var counted = await Row(user, device).Where(row => row.FailedTries == tries.Failed)
                .ExecuteUpdateAsync(set => set
                    .SetProperty(row => row.FailedTries, next.Failed)
                    .SetProperty(row => row.LockedUntil, next.LockedUntil), cancellationToken);
            if (counted == 1)
                return true;
        }
    }

    /// <summary>The user signed in there: the device is known from now on and its wrong tries are forgotten.</summary>
    public async Task RememberAsync(UserId user, Guid device, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var oldest = now - RememberedFor;
        await context.Devices.Where(row => row.UserId == user && row.LastUsedAt <= oldest).ExecuteDeleteAsync(cancellationToken);
        var known = await Row(user, device).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.FailedTries, 0)
            .SetProperty(row => row.LockedUntil, (Instant?)null)
            .SetProperty(row => row.LastUsedAt, now), cancellationToken);
        if (known == 1)
            return;
        context.Devices.Add(new KnownDevice { UserId = user, DeviceId = device, LastUsedAt = now });
        await context.SaveChangesAsync(cancellationToken);
    }

    public Task ForgetAllAsync(UserId user, CancellationToken cancellationToken) =>
        context.Devices.Where(row => row.UserId == user).ExecuteDeleteAsync(cancellationToken);

    private IQueryable<KnownDevice> Row(UserId user, Guid device) => context.Devices.Where(row => row.UserId == user && row.DeviceId == device);
}
