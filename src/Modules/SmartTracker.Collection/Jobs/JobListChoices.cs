using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Data;

namespace SmartTracker.Collection.Jobs;

/// <summary>The signed-in user's own choices for the list of jobs: columns and named views.</summary>
public sealed class JobListChoices(JobListStore store, ITenantDatabase database, TimeProvider time, IHttpContextAccessor accessor)
{
    public const int LongestName = 60;
    private const int MostViews = 30;

    private string? UserId => accessor.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier);

    public async Task<IReadOnlyList<JobColumn>> ColumnsAsync(CancellationToken cancellationToken) =>
        UserId is { } user ? await store.ColumnsAsync(user, cancellationToken) : JobColumns.Default;

    public async Task<IReadOnlyList<JobViewRow>> ViewsAsync(CancellationToken cancellationToken) =>
        UserId is { } user ? await store.ViewsAsync(user, cancellationToken) : [];

    public Task ChooseColumnsAsync(IReadOnlyList<JobColumn> columns, CancellationToken cancellationToken) =>
        ChangeAsync((user, now) => store.SaveColumnsAsync(user, columns, now, cancellationToken), cancellationToken);

    /// <summary>False where the name is empty or too long, or where there are very many views.</summary>
    public async Task<bool> SaveViewAsync(string? name, PrintJobFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var trimmed = name?.Trim() ?? "";
        var views = await ViewsAsync(cancellationToken);
        if (trimmed.Length is 0 or > LongestName || (views.Count >= MostViews && views.All(view => view.Name != trimmed)))
            return false;
        await ChangeAsync((user, now) => store.SaveViewAsync(user, trimmed, filter.Query, now, cancellationToken), cancellationToken);
        return true;
    }

    public async Task<bool> RemoveViewAsync(Guid id, CancellationToken cancellationToken)
    {
        var removed = false;
        await ChangeAsync(async (user, _) => removed = await store.RemoveViewAsync(user, id, cancellationToken), cancellationToken);
        return removed;
    }

    private async Task ChangeAsync(Func<string, NodaTime.Instant, Task> change, CancellationToken cancellationToken)
    {
        if (UserId is not { } user)
            return;
        await using var transaction = await database.BeginAsync(cancellationToken);
        await change(user, time.Now());
        await transaction.CommitAsync(cancellationToken);
    }
}
