using NodaTime;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Abstractions;

/// <summary>What finished print jobs used, added up in the database, for modules that report it.</summary>
public interface IPrintJobUsage
{
    /// <summary>Over the finished jobs whose <see cref="PrintJob.AccountedAt"/> lies in the half-open interval.</summary>
    Task<PrintJobUsage> InAsync(Interval interval, CancellationToken cancellationToken);

    /// <summary>The same, told apart; the largest media area first.</summary>
    Task<IReadOnlyList<PrintJobShare>> SharesAsync(UsageBy by, Interval interval, CancellationToken cancellationToken);
}

public enum UsageBy
{
    Printer,
    Media,
    User,
}

/// <param name="MediaMm2">Over the jobs whose printer said; null where there are jobs and none said.</param>
/// <param name="InkNl">Over the jobs whose printer said; null where there are jobs and none said.</param>
public sealed record PrintJobUsage(int Jobs, long? MediaMm2, long? InkNl);

/// <summary>What one printer, kind of media or user used.</summary>
/// <param name="PrinterId">Only where printers are told apart.</param>
/// <param name="Name">Media or user as the device names them; null where it did not say, and where printers are told apart.</param>
/// <param name="MediaMm2">Over the jobs whose printer said; null where none said.</param>
/// <param name="Rated">How many of the jobs have a price; null where nothing rates jobs.</param>
/// <param name="CostMicros">Over the rated jobs, in the tenant's currency; null where nothing rates jobs.</param>
public sealed record PrintJobShare(PrinterId? PrinterId, string? Name, int Jobs, long? MediaMm2, int? Rated, long? CostMicros);
