using NodaTime;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Abstractions;

/// <summary>Takes in what somebody else fetched from this tenant's printers, as if this host had fetched it: archived first, then interpreted
/// and stored, with the same line in the history.</summary>
public interface IPrinterVisits
{
    VisitTerms Terms { get; }

    /// <summary>Where each printer's books end: what the next visit goes on from. Printers that were never read are not in it.</summary>
    Task<IReadOnlyDictionary<PrinterId, string>> CursorsAsync(IReadOnlyCollection<PrinterId> printers, CancellationToken cancellationToken);

    /// <summary>Not inside a transaction of the scope. The same id again changes nothing.</summary>
    Task<VisitResult> TakeInAsync(PrinterVisit visit, CancellationToken cancellationToken);
}

/// <summary>How this tenant's printers are read, whoever reads them.</summary>
public sealed record VisitTerms(Duration Every, Duration Deadline, int PrintersAtOnce);

/// <param name="Id">Becomes the id of the collection.</param>
/// <param name="At">When the printer was asked, in whole microseconds; counts as its last contact.</param>
/// <param name="Address">Where the printer was asked: what was heard elsewhere is not said of the printer that is registered now.</param>
/// <param name="Answers">To be interpreted as the printer's job list.</param>
/// <param name="States">What it said of its state, protocol by protocol.</param>
/// <param name="Problem">Code and arguments of the reader's failure, or null.</param>
public sealed record PrinterVisit(
    Guid Id,
    PrinterId PrinterId,
    Instant At,
    Uri Address,
    IReadOnlyList<VisitedAnswer> Answers,
    IReadOnlyList<VisitedState> States,
    VisitedCertificate? Certificate,
    PrinterProblem? Problem);

/// <param name="Protocol">Lower case, such as <c>snmp</c>.</param>
public sealed record VisitedState(string Protocol, IReadOnlyList<VisitedAnswer> Answers);

/// <summary>An answer as it came off the wire; <paramref name="Path"/> begins with a slash.</summary>
public sealed record VisitedAnswer(string Path, DateTimeOffset ReceivedAt, int Status, string? ContentType, byte[] Body, bool IsWhole);

/// <summary>What the printer presented.</summary>
public sealed record VisitedCertificate(
    string Key, string Subject, string Issuer, DateTimeOffset NotBefore, DateTimeOffset NotAfter, bool SelfSigned, bool TrustedByReader);

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
