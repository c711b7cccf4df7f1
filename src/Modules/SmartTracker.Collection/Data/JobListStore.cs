using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Collection.Jobs;

namespace SmartTracker.Collection.Data;

/// <summary>What each user chose to see of jobs.</summary>
public sealed class JobListStore(CollectionDbContext context)
{
    public async Task<IReadOnlyList<JobColumn>> ColumnsAsync(string userId, CancellationToken cancellationToken) =>
        await context.JobColumns.AsNoTracking().FirstOrDefaultAsync(row => row.UserId == userId, cancellationToken) is { } row
            ? Jobs.JobColumns.ParseList(row.Columns)
            : Jobs.JobColumns.Default;

    public async Task SaveColumnsAsync(string userId, IReadOnlyList<JobColumn> columns, Instant at, CancellationToken cancellationToken)
    {
        var text = Jobs.JobColumns.Text(columns);
        if (await context.JobColumns.FirstOrDefaultAsync(row => row.UserId == userId, cancellationToken) is { } row)
            (row.Columns, row.ChangedAt) = (text, at);
        else
            context.JobColumns.Add(new JobColumnsRow { UserId = userId, Columns = text, ChangedAt = at });
        await context.SaveChangesAsync(cancellationToken);
    }

    public Task<List<JobViewRow>> ViewsAsync(string userId, CancellationToken cancellationToken) =>
        context.JobViews.AsNoTracking().Where(row => row.UserId == userId).OrderBy(row => row.Name).ToListAsync(cancellationToken);

    /// <summary>A name that is there already gets the new filter.</summary>
    public async Task SaveViewAsync(string userId, string name, string query, Instant at, CancellationToken cancellationToken)
    {
        if (await context.JobViews.FirstOrDefaultAsync(row => row.UserId == userId && row.Name == name, cancellationToken) is { } row)
            row.Query = query;
        else
            context.JobViews.Add(new JobViewRow { Id = Guid.CreateVersion7(), UserId = userId, Name = name, Query = query, CreatedAt = at });
        await context.SaveChangesAsync(cancellationToken);
    }

    public async Task<bool> RemoveViewAsync(string userId, Guid id, CancellationToken cancellationToken) =>
        await context.JobViews.Where(row => row.UserId == userId && row.Id == id).ExecuteDeleteAsync(cancellationToken) == 1;
}
