using SmartTracker.Abstractions.Data;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Data;
using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Registry;

/// <summary>Registers, changes and removes printers. A draft has been checked before (<see cref="PrinterDraftCheck"/>).</summary>
public sealed class PrinterRegistrar(
    ITenantDatabase database, PrinterStore store, PrinterSecrets secrets, SnmpSettings snmpAccess, SiteRegister sites, IEnumerable<IPrinterUse> uses, TimeProvider time)
{
    public async Task<PrinterId> RegisterAsync(PrinterDraft draft, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        var id = await AddAsync(draft, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return id;
    }

    /// <summary>Inside the caller's transaction.</summary>
    public async Task<PrinterId> AddAsync(PrinterDraft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var id = PrinterId.New();
        var printer = Printer.Register(id, draft.Name!.Trim(), Address(draft, id), draft.Protocol!, draft.AllowLegacyTls, time.Now());
        await TakeAsync(printer, draft, cancellationToken);
        printer.Remember(draft.MacAddress);
        store.Add(printer);
        await store.SaveAsync(cancellationToken);
        return printer.Id;
    }

    /// <returns>False where there is no such printer.</returns>
    public async Task<bool> ChangeAsync(PrinterId id, PrinterDraft draft, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        var changed = await UpdateAsync(id, draft, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return changed;
    }

    /// <summary>Inside the caller's transaction.</summary>
    public async Task<bool> UpdateAsync(PrinterId id, PrinterDraft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (await store.LoadAsync(id, cancellationToken) is not { ArchivedAt: null } printer)
            return false;
        printer.Rename(draft.Name!.Trim());
        printer.AllowOldTls(draft.AllowLegacyTls);
        printer.MoveTo(Address(draft, id), draft.Protocol!);
        await TakeAsync(printer, draft, cancellationToken);
        await store.SaveAsync(cancellationToken);
        return true;
    }

    public Task<bool> ConfirmKeyAsync(PrinterId id, string publicKey, CancellationToken cancellationToken) =>
        DecideAsync(id, printer => printer.ConfirmKey(publicKey), cancellationToken);

    public Task<bool> ConfirmDeviceAsync(PrinterId id, string serialNumber, CancellationToken cancellationToken) =>
        DecideAsync(id, printer => printer.ConfirmDevice(serialNumber, time.Now()), cancellationToken);

    /// <summary>Deletes a printer, or archives it where something was counted on it.</summary>
    /// <returns>False where there is no such printer.</returns>
    public async Task<bool> RemoveAsync(PrinterId id, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        if (await store.LoadAsync(id, cancellationToken) is not { ArchivedAt: null } printer)
            return false;
        if (await IsUsedAsync(id, cancellationToken))
            printer.Archive(time.Now());
        else
            store.Remove(printer);
        await store.SaveAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    public async Task<bool> IsUsedAsync(PrinterId id, CancellationToken cancellationToken)
    {
        foreach (var use in uses)
        {
            if (await use.UsesAsync(id, cancellationToken))
                return true;
        }

        return false;
    }

    private async Task<bool> DecideAsync(PrinterId id, Func<Printer, bool> decision, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        if (await store.LoadAsync(id, cancellationToken) is not { ArchivedAt: null } printer || !decision(printer))
            return false;
        await store.SaveAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    // After the address: secrets are bound to where they are sent.
    private async Task TakeAsync(Printer printer, PrinterDraft draft, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(draft.AdminPassword))
            printer.SetPassword(secrets.Protect(printer, draft.AdminPassword));
        printer.Expect(draft.SerialNumber);
        if (draft.Place is { } place)
            printer.StandAt(place.Name is { } name ? await sites.OfNameAsync(name, cancellationToken) : place.Site);
        if (draft.Groups is { } groups)
            printer.BelongTo(groups);
        if (draft.NeedsAuthority is { } authority)
            printer.AskForAuthority(authority);
        if (draft.Snmp is { } snmp)
            snmpAccess.Set(printer, snmp);
    }

    private static PrinterAddress Address(PrinterDraft draft, PrinterId id) =>
        draft.Protocol == Printer.Manual ? PrinterAddress.OfManual(id.Value)
        : PrinterAddress.TryParse(draft.Address, draft.Protocol, out var address, out _) ? address
        : throw new ArgumentException("The draft has not been checked.", nameof(draft));
}
