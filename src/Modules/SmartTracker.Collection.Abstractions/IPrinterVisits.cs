using NodaTime;
using SmartTracker.PrinterReaders;
using SmartTracker.PrinterReaders.Names;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Abstractions;

/// <summary>Takes in what somebody else fetched from this tenant's printers, as if this host had fetched it: archived first, then interpreted
/// and stored, with the same line in the history.</summary>
public interface IPrinterVisits
{
    VisitTerms Terms { get; }

    /// <summary>What is to be kept of names. Whoever reads printers elsewhere takes the others out before it keeps or sends anything.</summary>
    Task<NamePrivacy> NamesAsync(CancellationToken cancellationToken);

    /// <summary>Where a printer's books end, and how soon it is to be read again.</summary>
    Task<VisitOutlook> OutlookAsync(PrinterId printer, CancellationToken cancellationToken);

    /// <summary>Not inside a transaction of the scope. The same id again changes nothing.</summary>
    Task<VisitResult> TakeInAsync(PrinterVisit visit, CancellationToken cancellationToken);
}

/// <summary>How this tenant's printers are read, whoever reads them.</summary>
public sealed record VisitTerms(Duration StateEvery, Duration Deadline, int PrintersAtOnce);

/// <param name="Cursor">What the next visit goes on from; null is the beginning.</param>
/// <param name="Every">Shorter than usual for a printer whose list could roll over unseen.</param>
public sealed record VisitOutlook(string? Cursor, Duration Every);

/// <param name="Id">Becomes the id of the collection.</param>
/// <param name="At">When the printer was asked, in whole microseconds; counts as its last contact.</param>
/// <param name="Address">Where the printer was asked: what was heard elsewhere is not said of the printer that is registered now.</param>
/// <param name="Jobs">By the reader of the printer's protocol; without answers for a printer that gives no jobs.</param>
/// <param name="States">What it is and holds, protocol by protocol; empty where it was not asked.</param>
public sealed record PrinterVisit(Guid Id, PrinterId PrinterId, Instant At, Uri Address, PrinterFetch Jobs, IReadOnlyList<VisitedState> States);

/// <param name="Protocol">Lower case, such as <c>snmp</c>.</param>
public sealed record VisitedState(string Protocol, PrinterFetch Fetch);

public enum VisitResult
{
    Stored,

    /// <summary>It was stored before.</summary>
    Known,

    /// <summary>Not now: another collection from this printer runs, or the database refused. Nothing is lost; send it again.</summary>
    Later,

    /// <summary>There is no such printer any more.</summary>
    NoSuchPrinter,
}
