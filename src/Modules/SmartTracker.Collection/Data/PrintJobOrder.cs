using System.Linq.Expressions;
using SmartTracker.Collection.Jobs;

namespace SmartTracker.Collection.Data;

/// <summary>Orders jobs the same way on both databases: what is missing comes last, equals by time and id.</summary>
public static class PrintJobOrder
{
    public static IOrderedQueryable<JobWithPrice> By(this IQueryable<JobWithPrice> jobs, JobSort sort)
    {
        ArgumentNullException.ThrowIfNull(sort);
        var down = sort.Descending;
        return (sort.Column switch
        {
            JobColumn.Document => jobs.By(row => row.Job.JobName == null, row => row.Job.JobName, down),
            JobColumn.User => jobs.By(row => row.Job.UserName == null, row => row.Job.UserName, down),
            JobColumn.Number => jobs.By(row => false, row => row.Job.DeviceJobId, down),
            JobColumn.Media => jobs.By(row => row.Job.MediaType == null, row => row.Job.MediaType, down),
            JobColumn.Width => jobs.By(row => row.Job.MediaWidthUm == null, row => row.Job.MediaWidthUm, down),
            JobColumn.Pages => jobs.By(row => row.Job.Impressions == null, row => row.Job.Impressions, down),
            JobColumn.Copies => jobs.By(row => row.Job.CopiesPrinted == null, row => row.Job.CopiesPrinted, down),
            JobColumn.PageArea => jobs.By(row => row.Job.PageAreaMm2 == null, row => row.Job.PageAreaMm2, down),
            JobColumn.MediaArea => jobs.By(row => row.Job.MediaAreaMm2 == null, row => row.Job.MediaAreaMm2, down),
            JobColumn.Ink => jobs.By(row => row.Job.InkNl == null, row => row.Job.InkNl, down),
            JobColumn.Price => jobs.By(row => row.Micros == null, row => row.Micros, down),
            _ => down
                ? jobs.OrderByDescending(row => row.Job.AccountedAt).ThenByDescending(row => row.Job.Id)
                : jobs.OrderBy(row => row.Job.AccountedAt).ThenBy(row => row.Job.Id),
        });
    }

    private static IOrderedQueryable<JobWithPrice> By<T>(
        this IQueryable<JobWithPrice> jobs, Expression<Func<JobWithPrice, bool>> isMissing, Expression<Func<JobWithPrice, T>> value, bool descending)
    {
        var presentFirst = jobs.OrderBy(isMissing);
        return (descending ? presentFirst.ThenByDescending(value) : presentFirst.ThenBy(value))
            .ThenByDescending(row => row.Job.AccountedAt).ThenByDescending(row => row.Job.Id);
    }
}
