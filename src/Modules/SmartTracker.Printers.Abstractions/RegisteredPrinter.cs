using System.Text;

namespace SmartTracker.Printers.Abstractions;

/// <summary>How a printer is spoken to.</summary>
/// <param name="AdminPassword">In clear, or null where none is set. Never log it, never show it.</param>
/// <param name="PinnedKey">SHA-256 of the public key that the device must present (hexadecimal), or null before the first contact.</param>
/// <param name="DeviceEpoch">Counts the device's lives under one serial number.</param>
/// <param name="StoppedBecause">Not null: do not connect; a person has to decide first.</param>
public sealed record RegisteredPrinter(
    PrinterId Id,
    string Name,
    Uri Address,
    string Protocol,
    string? AdminPassword,
    string? PinnedKey,
    bool AllowLegacyTls,
    string? SerialNumber,
    int DeviceEpoch,
    PrinterProblem? StoppedBecause)
{
    /// <summary>Who reads the printer in this host's place, as people call it; null where the host reads it itself. See <see cref="IPrinterReach"/>.</summary>
    public string? ReadBy { get; init; }

    // A record prints all its members; this one holds a secret.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append(Name).Append(", ").Append(Address);
        return true;
    }
}
