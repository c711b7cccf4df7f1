using Microsoft.EntityFrameworkCore;
using NodaTime;
using SmartTracker.Collection.Jobs;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Data;

/// <summary>What persons made of what counters counted beyond all known jobs.</summary>
public sealed class ResidualStore(CollectionDbContext context)
{
    /// <summary>Those that stand.</summary>
    public Task<List<ResidualBookingRow>> StandingAsync(PrinterId printer, YearMonth month, CancellationToken cancellationToken)
    {
        var named = PrintJobFilter.Text(month);
        return context.ResidualBookings.AsNoTracking().Where(row => row.PrinterId == printer && row.Month == named && row.WithdrawnAt == null).ToListAsync(cancellationToken);
    }

    /// <summary>Of all printers, by printer.</summary>
    public async Task<ILookup<PrinterId, ResidualBookingRow>> StandingAsync(YearMonth month, CancellationToken cancellationToken)
    {
        var named = PrintJobFilter.Text(month);
        return (await context.ResidualBookings.AsNoTracking().Where(row => row.Month == named && row.WithdrawnAt == null).ToListAsync(cancellationToken)).ToLookup(row => row.PrinterId);
    }

    /// <summary>The latest first, those that were taken back among them.</summary>
    /// <param name="printer">Null for all.</param>
    /// <param name="month">Null for all.</param>
    public Task<List<ResidualBookingRow>> ListAsync(PrinterId? printer, YearMonth? month, CancellationToken cancellationToken)
    {
        var rows = context.ResidualBookings.AsNoTracking();
        if (printer is { } id)
            rows = rows.Where(row => row.PrinterId == id);
        if (month is { } asked)
        {
            var named = PrintJobFilter.Text(asked);
            rows = rows.Where(row => row.Month == named);
        }

        return rows.OrderByDescending(row => row.BookedAt).ThenByDescending(row => row.Id).ToListAsync(cancellationToken);
    }

    /// <summary>One, and those that were booked with it by the same job; followed by the context.</summary>
    public async Task<List<ResidualBookingRow>> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await context.ResidualBookings.Where(row => row.Id == id).ToListAsync(cancellationToken);
        return found is [{ PrintJobId: { } job }] ? await context.ResidualBookings.Where(row => row.PrintJobId == job).ToListAsync(cancellationToken) : found;
    }

    public async Task SaveAsync(IEnumerable<ResidualBookingRow> added, CancellationToken cancellationToken)
    {
        context.ResidualBookings.AddRange(added);
        await context.SaveChangesAsync(cancellationToken);
    }
}
