using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Collection.Data;

/// <summary>What there is to choose from when jobs are narrowed. Each is read along an index, not from every job.</summary>
public sealed class JobFacets(CollectionDbContext context, Tenant tenant)
{
    private const int MostMonths = 240;

    /// <summary>Newest first. Months without a job in between stand there too, so that their emptiness shows.</summary>
    public async Task<IReadOnlyList<YearMonth>> MonthsAsync(CancellationToken cancellationToken)
    {
        var newest = await context.PrintJobs.OrderByDescending(job => job.AccountedAt).Select(job => (Instant?)job.AccountedAt).FirstOrDefaultAsync(cancellationToken);
        var oldest = await context.PrintJobs.OrderBy(job => job.AccountedAt).Select(job => (Instant?)job.AccountedAt).FirstOrDefaultAsync(cancellationToken);
        if (newest is null || oldest is null)
            return [];
        var months = new List<YearMonth>();
        var last = oldest.Value.InZone(tenant.TimeZone).Date.ToYearMonth();
        for (var month = newest.Value.InZone(tenant.TimeZone).Date.ToYearMonth(); month >= last && months.Count < MostMonths; month = month.PlusMonths(-1))
            months.Add(month);
        return months;
    }

    public Task<List<string>> MediaAsync(CancellationToken cancellationToken) => context.Database.SqlQueryRaw<string>(
        """
        WITH RECURSIVE known (media) AS (
            SELECT min(media_type) FROM print_jobs
            UNION ALL
            SELECT (SELECT min(media_type) FROM print_jobs WHERE media_type > known.media) FROM known WHERE known.media IS NOT NULL)
        SELECT media AS "Value" FROM known WHERE media IS NOT NULL LIMIT 200
        """).ToListAsync(cancellationToken);

    public Task<List<string>> UsersAsync(CancellationToken cancellationToken) => context.Database.SqlQueryRaw<string>(
        """
        WITH RECURSIVE known (name) AS (
            SELECT min(user_name) FROM print_jobs
            UNION ALL
            SELECT (SELECT min(user_name) FROM print_jobs WHERE user_name > known.name) FROM known WHERE known.name IS NOT NULL)
        SELECT name AS "Value" FROM known WHERE name IS NOT NULL LIMIT 500
        """).ToListAsync(cancellationToken);
}
