using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Data;

/// <summary>Who is signed in where. A session without a row here ends within a minute.</summary>
public sealed class SessionStore(UsersDbContext context, TimeProvider time)
{
    /// <summary>As long as the sign-in cookie lives without being used.</summary>
    public static readonly Duration Lifetime = Duration.FromHours(8);

    public async Task<UserSession> StartAsync(UserId user, string address, string browser, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var over = now - Lifetime;
        // Everybody's: where somebody signed in from is not kept longer than it is of use.
        await context.Sessions.Where(row => row.LastSeenAt < over).ExecuteDeleteAsync(cancellationToken);
        var session = new UserSession { UserId = user, StartedAt = now, LastSeenAt = now, Address = address, Browser = browser };
        context.Sessions.Add(session);
        await context.SaveChangesAsync(cancellationToken);
        return session;
    }

    /// <summary>Notes that the session is in use; false when it was ended.</summary>
    public async Task<bool> TouchAsync(UserId user, SessionId id, CancellationToken cancellationToken)
    {
        var now = time.Now();
        return await context.Sessions.Where(row => row.Id == id && row.UserId == user)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSeenAt, now), cancellationToken) == 1;
    }

    /// <summary>Those that may still be in use, the latest first.</summary>
    public Task<List<UserSession>> ListAsync(UserId user, CancellationToken cancellationToken)
    {
        var over = time.Now() - Lifetime;
        return context.Sessions.AsNoTracking().Where(row => row.UserId == user && row.LastSeenAt >= over)
            .OrderByDescending(row => row.LastSeenAt).ThenBy(row => row.Id).ToListAsync(cancellationToken);
    }

    public Task<int> EndAsync(UserId user, SessionId id, CancellationToken cancellationToken) =>
        context.Sessions.Where(row => row.UserId == user && row.Id == id).ExecuteDeleteAsync(cancellationToken);

    /// <param name="except">Goes on; null ends all.</param>
    public Task EndAllAsync(UserId user, SessionId? except, CancellationToken cancellationToken) =>
        context.Sessions.Where(row => row.UserId == user && row.Id != except).ExecuteDeleteAsync(cancellationToken);
}
