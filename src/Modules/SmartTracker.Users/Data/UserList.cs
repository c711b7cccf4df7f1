using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Data;

/// <summary>Reads users for pages.</summary>
public sealed class UserList(UsersDbContext context, TimeProvider time)
{
    public const int PageSize = 25;

    public async Task<IReadOnlyList<User>> GetAsync(CancellationToken cancellationToken) =>
        await context.Users.AsNoTracking().OrderBy(user => user.NormalizedUserName).ToListAsync(cancellationToken);

    public Task<User?> FindAsync(UserId id, CancellationToken cancellationToken) =>
        context.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == id, cancellationToken);

    /// <summary>One page of those that fit, and how many fit.</summary>
    public async Task<(IReadOnlyList<User> Users, int Count)> PageAsync(UserFilter filter, int page, CancellationToken cancellationToken)
    {
        var fitting = Fitting(filter, time.Now());
        var count = await fitting.CountAsync(cancellationToken);
        var users = await fitting.OrderBy(user => user.NormalizedUserName).ThenBy(user => user.Id)
            .Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return (users, count);
    }

    /// <summary>How many there are in each state; a state that nobody is in is not listed.</summary>
    public async Task<IReadOnlyDictionary<UserState, int>> CountByStateAsync(CancellationToken cancellationToken)
    {
        var now = time.Now();
        var counts = new Dictionary<UserState, int>();
        foreach (var state in Enum.GetValues<UserState>())
        {
            if (await Fitting(new(State: state), now).CountAsync(cancellationToken) is > 0 and var count)
                counts[state] = count;
        }

        return counts;
    }

    private IQueryable<User> Fitting(UserFilter filter, Instant now)
    {
        var users = context.Users.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(filter.Query))
        {
            var text = filter.Query.Trim().ToUpperInvariant();
            users = users.Where(user => user.NormalizedUserName.Contains(text) || user.NormalizedEmail!.Contains(text) || user.NormalizedFullName!.Contains(text));
        }

        if (!string.IsNullOrEmpty(filter.Role))
            users = users.Where(user => user.Roles.Any(role => role.RoleName == filter.Role));
        return filter.State switch
        {
            UserState.Disabled => users.Where(user => !user.IsEnabled),
            UserState.Invited => users.Where(user => user.IsEnabled && user.PasswordHash == null),
            UserState.Locked => users.Where(user => user.IsEnabled && user.PasswordHash != null && user.LockedUntil > now),
            UserState.Active => users.Where(user => user.IsEnabled && user.PasswordHash != null && (user.LockedUntil == null || user.LockedUntil <= now)),
            _ => users,
        };
    }
}

/// <summary>What the list of users is narrowed to.</summary>
public sealed record UserFilter(string? Query = null, string? Role = null, UserState? State = null);
