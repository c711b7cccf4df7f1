using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Data;

namespace SmartTracker.Users.Data;

/// <summary>Counts tries by where they come from, per hour of the clock. Each try is counted in one statement, so parallel ones cannot share a count.</summary>
public sealed class TryCountStore(UsersDbContext context, TimeProvider time)
{
    /// <summary>Counts one more and answers how many there are in this hour.</summary>
    public async Task<int> CountAsync(string source, CancellationToken cancellationToken)
    {
        var hour = Hour();
        var counted = await context.Database.SqlQuery<int>(
            $"""
            INSERT INTO try_counts (source, hour, tries) VALUES ({source}, {hour}, 1)
            ON CONFLICT (source, hour) DO UPDATE SET tries = try_counts.tries + 1
            RETURNING tries AS "Value"
            """).ToListAsync(cancellationToken);
        if (counted[0] == 1)
            await context.Database.ExecuteSqlAsync($"DELETE FROM try_counts WHERE hour < {hour - 1}", cancellationToken);
        return counted[0];
    }

    /// <summary>Takes one back that turned out not to be a guess.</summary>
    public Task TakeBackAsync(string source, CancellationToken cancellationToken) => context.Database.ExecuteSqlAsync(
        $"UPDATE try_counts SET tries = tries - 1 WHERE source = {source} AND hour = {Hour()} AND tries > 0", cancellationToken);

    private long Hour() => time.Now().ToUnixTimeSeconds() / 3600;
}
