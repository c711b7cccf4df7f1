using System.Net;
using NodaTime;
using SmartTracker.PrinterReaders;

namespace SmartTracker.Printers.Abstractions;

/// <summary>What a collector needs to speak to printers, and what it tells back about each contact. Writes join the caller's transaction.</summary>
public interface IPrinterConnections
{
    /// <summary>All printers that are not archived and on the network, by name, with their passwords in clear: keep the answer for the length of a collection only.</summary>
    Task<IReadOnlyList<RegisteredPrinter>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Null where there is no such printer, or it is archived or not on the network.</summary>
    Task<RegisteredPrinter?> FindAsync(PrinterId id, CancellationToken cancellationToken);

    /// <summary>Records that a device answered and pins its key where none was pinned yet. Null is "all right"; otherwise it is not the device
    /// that was registered, collection from it has been stopped, and nothing of this contact may be stored as its jobs.</summary>
    Task<PrinterProblem?> AnsweredAsync(RegisteredPrinter printer, AnsweringPrinter answer, Instant at, CancellationToken cancellationToken);

    /// <summary>Records that a contact failed. A changed key or a refused password stops collection until a person decides.</summary>
    /// <param name="presentedKey">The key that the device presented, or null where no TLS connection came about.</param>
    Task FailedAsync(RegisteredPrinter printer, PrinterProblem problem, string? presentedKey, Instant at, CancellationToken cancellationToken);
}

/// <summary>Which addresses of the network this tenant's printers may have: the host operator's list. Ask it with the address that is connected to.</summary>
public interface IPrinterNetwork
{
    bool Allows(IPEndPoint target);
}

/// <summary>Who answered at a printer's address.</summary>
/// <param name="PublicKey">SHA-256 of the public key that it presented (hexadecimal).</param>
public sealed record AnsweringPrinter(string? SerialNumber, string? Model, string? Firmware, string? PublicKey)
{
    /// <summary>When its firmware was released; null where it does not say.</summary>
    public DateTimeOffset? FirmwareReleasedAt { get; init; }

    /// <summary>The certificate that it presented; null without TLS.</summary>
    public PrinterCertificate? Certificate { get; init; }

    /// <summary>What its clock said when it answered; null where it did not say.</summary>
    public DateTimeOffset? DeviceTime { get; init; }

    /// <summary>When that answer arrived here.</summary>
    public DateTimeOffset? DeviceTimeReadAt { get; init; }

    /// <summary>How it took the password, where that was tried.</summary>
    public PasswordState? Password { get; init; }

    /// <summary>MAC address of its network interface, where the protocol tells it.</summary>
    public string? MacAddress { get; init; }
}
