using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Data;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Data;
using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Registry;

/// <summary>What a person tells of the device behind a registration: exchanged, reset, given a new board; or brought back after it was removed.</summary>
public sealed class DeviceLife(ITenantDatabase database, PrinterStore store, TimeProvider time, IStringLocalizer<Texts> t)
{
    private const int LongestReason = 500;
    private const int LongestSerialNumber = 100;

    /// <returns>Null where there is no such printer; otherwise what stands against it, empty where it is done.</returns>
    public async Task<IReadOnlyList<DraftFault>?> ChangeAsync(PrinterId id, DeviceChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        await using var transaction = await database.BeginAsync(cancellationToken);
        if (await store.LoadAsync(id, cancellationToken) is not { ArchivedAt: null } printer)
            return null;
        var faults = await CheckAsync(printer, change, cancellationToken);
        if (faults.Count > 0)
            return faults;

        if (change.Kind == DeviceChangeKind.Exchanged)
            printer.Exchange(change.Serial, change.Reason!.Trim(), time.Now());
        else
            printer.Reset(change.Kind == DeviceChangeKind.NewBoard, change.Reason!.Trim(), time.Now());
        await store.SaveAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return [];
    }

    /// <returns>Null where there is no such removed printer; otherwise why it cannot come back, empty where it did.</returns>
    public async Task<string?> RestoreAsync(PrinterId id, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        if (await store.LoadAsync(id, cancellationToken) is not { ArchivedAt: not null } printer)
            return null;
        if (await store.FindByAddressAsync(printer.ParsedAddress, cancellationToken) is { } there)
            return t["{0} is registered at its address now. Move or remove that one first.", there.Name];
        if (printer.SerialNumber is { } serial && await store.FindBySerialAsync(serial, cancellationToken) is { } twin)
            return t["{0} has its serial number now. Remove that one first.", twin.Name];
        printer.Restore();
        await store.SaveAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return "";
    }

    private async Task<IReadOnlyList<DraftFault>> CheckAsync(Printer printer, DeviceChange change, CancellationToken cancellationToken)
    {
        var faults = new List<DraftFault>();
        if (change.Kind is null)
            faults.Add(new(nameof(change.Kind), t["Choose what happened."]));
        if (string.IsNullOrWhiteSpace(change.Reason) || change.Reason.Length > LongestReason)
            faults.Add(new(nameof(change.Reason), t["Write down why, in up to {0} characters. It stands in the printer’s history.", LongestReason]));
        if (change.Kind != DeviceChangeKind.Exchanged || change.Serial is not { } serial)
            return faults;
        if (serial.Length > LongestSerialNumber || serial.Any(char.IsControl))
            faults.Add(new(nameof(change.SerialNumber), t["A serial number has up to {0} characters.", LongestSerialNumber]));
        else if (serial == printer.SerialNumber)
            faults.Add(new(nameof(change.SerialNumber), t["This is the serial number of the old device. Leave it empty, or say that the device was reset."]));
        else if (await store.FindBySerialAsync(serial, cancellationToken) is { } other)
            faults.Add(new(nameof(change.SerialNumber), t["{0} has this serial number already.", other.Name]));
        return faults;
    }
}

/// <param name="SerialNumber">Of the new device; empty leaves it to the first contact.</param>
public sealed record DeviceChange(DeviceChangeKind? Kind, string? Reason, string? SerialNumber)
{
    internal string? Serial => string.IsNullOrWhiteSpace(SerialNumber) ? null : SerialNumber.Trim();
}

public enum DeviceChangeKind
{
    /// <summary>Another device stands there now.</summary>
    Exchanged,

    /// <summary>The same device, set back to how it left the factory.</summary>
    Reset,

    /// <summary>The same device with another main board.</summary>
    NewBoard,
}
