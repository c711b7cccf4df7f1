namespace SmartTracker.PrinterReaders;

/// <summary>What came off the wire. A failure and answers may come together: what arrived is kept.</summary>
/// <param name="Answers">In the order they arrived; archive them, then <see cref="IPrinterReader.Interpret"/> them.</param>
/// <param name="Certificate">Null where no TLS connection came about.</param>
public sealed record PrinterFetch(IReadOnlyList<RawAnswer> Answers, PrinterCertificate? Certificate, ReaderFailure? Failure);

/// <summary>What a first contact shows.</summary>
/// <param name="Identity">Null where there was a failure before the printer said who it is.</param>
/// <param name="Password">How the printer took the password.</param>
public sealed record PrinterContact(PrinterIdentity? Identity, PrinterCertificate? Certificate, PasswordState Password, ReaderFailure? Failure);

public enum PasswordState
{
    /// <summary>No password is stored or the key is not pinned yet, so none was sent; or the printer did not answer.</summary>
    NotTried,
    /// <summary>The printer gives its settings to anybody: no admin password is set on it.</summary>
    NotSetOnPrinter,
    Accepted,
    Refused,
    /// <summary>The printer gives its jobs to anybody; it never asked for a password.</summary>
    NotNeeded,
}
