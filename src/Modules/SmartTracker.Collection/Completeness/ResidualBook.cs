using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.Jobs;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Completeness;

/// <summary>A person says what became of what a counter counted beyond all known jobs, or takes that back.</summary>
public sealed class ResidualBook(
    MonthReconciler months, ResidualStore residuals, ResidualJobs jobs, IPrinterDirectory directory, ITenantDatabase database, TimeProvider time)
{
    /// <summary>Books a part of one counter's residual. Answers what stands in the way, or null.</summary>
    /// <param name="booking">Not <see cref="ResidualPurpose.Charged"/>: see <see cref="ChargeAsync"/>.</param>
    public async Task<ResidualFault?> BookAsync(PrinterId printer, YearMonth month, ResidualBooking booking, string reason, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(booking);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        await using var transaction = await database.BeginAsync(cancellationToken);
        if ((await months.CompareAsync(printer, month, cancellationToken)).FirstOrDefault(counter => counter.Kind == booking.Kind) is not { } counter)
            return ResidualFault.NoCounter;
        if (booking.FaultBeside(counter) is { } fault)
            return fault;
        await residuals.SaveAsync([Row(printer, month, booking, reason, by)], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>Puts all that is open among the jobs, as one job that is priced, assigned and billed as every other. Answers what stands in the way, or null.</summary>
    public async Task<ResidualFault?> ChargeAsync(PrinterId printer, YearMonth month, string reason, string by, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        await using var transaction = await database.BeginAsync(cancellationToken);
        if (await directory.FindAsync(printer, cancellationToken) is not { SerialNumber: { Length: > 0 } serial } device)
            return ResidualFault.NoSerialNumber;
        var counters = await months.CompareAsync(printer, month, cancellationToken);
        var open = counters.Where(ResidualJobs.IsChargeable).ToList();
        if (open.Count == 0)
            return counters.Count == 0 ? ResidualFault.NoCounter : counters.All(counter => counter.NeedsReview) ? ResidualFault.CounterJumped : ResidualFault.NothingOpen;

        var origin = new JobOrigin(printer, serial, device.DeviceEpoch, null, null, JobSource.Counter);
        var charged = (await residuals.ListAsync(printer, month, cancellationToken)).Select(row => row.PrintJobId).Where(job => job is not null).Distinct().Count();
        var job = await jobs.StoreAsync(origin, month, charged + 1, open, months.Stretch(month), by, cancellationToken);
        await residuals.SaveAsync(
            open.Select(counter => Row(printer, month, new ResidualBooking(counter.Kind, ResidualPurpose.Charged, counter.Open!.Value), reason, by, job)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>False where there is no such booking, or it was taken back before.</summary>
    public async Task<bool> WithdrawAsync(Guid id, string by, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        var rows = await residuals.FindAsync(id, cancellationToken);
        if (!rows.Exists(row => row.WithdrawnAt is null))
            return false;
        foreach (var row in rows)
            (row.WithdrawnBy, row.WithdrawnAt) = (by, time.Now());
        await residuals.SaveAsync([], cancellationToken);
        if (rows[0].PrintJobId is { } job)
            await jobs.WithdrawAsync(job, by, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private ResidualBookingRow Row(PrinterId printer, YearMonth month, ResidualBooking booking, string reason, string by, PrintJobId? job = null) => new()
    {
        Id = Guid.CreateVersion7(),
        PrinterId = printer,
        Month = PrintJobFilter.Text(month),
        Kind = booking.Kind,
        Purpose = booking.Purpose,
        Amount = booking.Amount,
        Reason = reason.Trim(),
        BookedBy = by,
        BookedAt = time.Now(),
        PrintJobId = job,
    };
}
