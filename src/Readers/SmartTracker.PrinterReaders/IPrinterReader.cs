using SmartTracker.PrinterReaders.Names;

namespace SmartTracker.PrinterReaders;

/// <summary>Reads printers of one protocol. Stateless; what happens in the field comes back as a value, only cancellation throws.</summary>
public interface IPrinterReader
{
    /// <summary>Lower case, such as <c>piws</c>.</summary>
    string Protocol { get; }

    /// <summary>Makes contact: certificate, identity, and whether the password is accepted.</summary>
    Task<PrinterContact> ReadIdentityAsync(PrinterConnection connection, CancellationToken cancellationToken);

    /// <summary>Fetches identity and all jobs that changed since <paramref name="cursor"/>.</summary>
    /// <param name="cursor"><see cref="PrinterObservation.NextCursor"/> of the last interpretation that was stored, or null for everything.</param>
    Task<PrinterFetch> FetchAsync(PrinterConnection connection, string? cursor, CancellationToken cancellationToken);

    /// <summary>Reads raw answers, fresh or from the archive: the same answers give the same observation.</summary>
    PrinterObservation Interpret(IReadOnlyList<RawAnswer> answers);

    /// <summary>One answer (status 200) of <see cref="FetchAsync"/> without the names that are withheld. <see cref="Interpret"/> reads from it the same, but
    /// for them; what could not be understood is left out and the answer not whole. Doing it again changes nothing. A reader that knows no way
    /// leaves nothing.</summary>
    RawAnswer Withhold(RawAnswer answer, NamePrivacy privacy) => answer.Emptied();
}
