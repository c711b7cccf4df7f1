using System.Net;
using Microsoft.Extensions.Localization;
using SmartTracker.PrinterReaders;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Data;
using SmartTracker.Printers.Domain;
using SmartTracker.Printers.Network;

namespace SmartTracker.Printers.Registry;

/// <summary>Checks what was typed and says in words what to mend.</summary>
public sealed class PrinterDraftCheck(
    PrinterStore store, SiteStore sites, IPrinterNetwork network, SnmpDraftCheck snmp, IEnumerable<IPrinterReader> readers, IEnumerable<IPrinterReach> reaches,
    IStringLocalizer<Texts> t)
{
    private const int LongestName = 100;
    private const int LongestPassword = 200;
    private const int LongestSerialNumber = 100;
    private const int LongestGroup = 60;

    public IReadOnlyList<string> Protocols { get; } = [.. readers.Select(reader => reader.Protocol), Printer.StateOnly, Printer.Manual];

    /// <param name="id">The printer that is being changed, or null for a new one.</param>
    public async Task<IReadOnlyList<DraftFault>> CheckAsync(PrinterDraft draft, PrinterId? id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var faults = new List<DraftFault>();
        if (string.IsNullOrWhiteSpace(draft.Name) || draft.Name.Trim().Length > LongestName)
            faults.Add(new(nameof(draft.Name), t["Give the printer a name of up to {0} characters.", LongestName]));
        if (draft.AdminPassword?.Length > LongestPassword)
            faults.Add(new(nameof(draft.AdminPassword), t["The password is longer than {0} characters.", LongestPassword]));
        if (!Protocols.Contains(draft.Protocol))
            faults.Add(new(nameof(draft.Protocol), t["Choose one of: {0}.", string.Join(", ", Protocols)]));
        if (await CheckAddressAsync(draft, id, cancellationToken) is { } message)
            faults.Add(new(nameof(draft.Address), message));
        if (!string.IsNullOrWhiteSpace(draft.SerialNumber) && await CheckSerialAsync(draft.SerialNumber.Trim(), id, cancellationToken) is { } wrong)
            faults.Add(new(nameof(draft.SerialNumber), wrong));
        if (!string.IsNullOrEmpty(draft.AdminPassword) && PrinterAddress.TryParse(draft.Address, draft.Protocol, out var address, out _) && !address.IsEncrypted)
            faults.Add(new(nameof(draft.AdminPassword), t["A password is never sent without encryption. Write ipps:// in the address, or leave the password empty."]));
        if (draft.Groups?.Any(group => group.Trim().Length > LongestGroup) == true)
            faults.Add(new(nameof(draft.Groups), t["A group’s name has up to {0} characters.", LongestGroup]));
        if (draft.Place is { Site: { } site } && await sites.FindAsync(site, cancellationToken) is null)
            faults.Add(new("Site", t["This site does not exist any more. Choose another one."]));
        if (draft.Place?.Name?.Length > LongestName)
            faults.Add(new("Site", t["Give the site a name of up to {0} characters.", LongestName]));
        faults.AddRange(await snmp.CheckAsync(draft, id, cancellationToken));
        return faults;
    }

    private async Task<string?> CheckAddressAsync(PrinterDraft draft, PrinterId? id, CancellationToken cancellationToken)
    {
        if (draft.Protocol == Printer.Manual)
            return null;
        if (!PrinterAddress.TryParse(draft.Address, draft.Protocol, out var address, out var fault))
            return Describe(fault, draft.Protocol == Printer.IppProtocol);
        if (await store.FindByAddressAsync(address, cancellationToken) is { } other && other.Id != id)
            return t["{0} is already registered at this address.", other.Name];
        // A name is checked when it is connected to; a number can be told now, unless somebody else may read the printer.
        if (IPAddress.TryParse(address.Host, out var ip) && !network.Allows(new IPEndPoint(ip, address.Port)) && !await ReachesFurtherAsync(cancellationToken))
            return t["The host operator allows no printers at {0}. Ask to have this network and port added to the setting {1}.", address.HostAndPort, PrinterNetwork.Setting];
        return null;
    }

    private async Task<bool> ReachesFurtherAsync(CancellationToken cancellationToken)
    {
        foreach (var reach in reaches)
        {
            if (await reach.ReachesFurtherAsync(cancellationToken))
                return true;
        }

        return false;
    }

    private async Task<string?> CheckSerialAsync(string serial, PrinterId? id, CancellationToken cancellationToken)
    {
        if (serial.Length > LongestSerialNumber || serial.Any(char.IsControl))
            return t["A serial number has up to {0} characters.", LongestSerialNumber];
        if (await store.FindBySerialAsync(serial, cancellationToken) is { } other && other.Id != id)
            return t["{0} has this serial number already.", other.Name];
        if (id is { } known && await store.FindAsync(known, cancellationToken) is { SerialNumber: { } said } && said != serial)
            return t["The serial number {0} is known already and stays. Register an exchanged device as a new printer.", said];
        return null;
    }

    private string Describe(AddressFault fault, bool isIpp) => fault switch
    {
        AddressFault.HoldsPath when isIpp => t["Host, port and path only, such as ipps://plotter-eg.example:631/ipp/print, without ? and # and what follows them."],
        AddressFault.NotAnAddress when isIpp => t["This is not an address. Write a host name or an IP address, or the printer’s whole IPP address, such as ipps://plotter-eg.example:631/ipp/print."],
        AddressFault.Missing => t["Enter the printer’s host name or IP address."],
        AddressFault.NotEncrypted => t["Only encrypted connections are used: write https:// or leave it out."],
        AddressFault.HoldsCredentials => t["Leave user name and password out of the address; the password has its own field."],
        AddressFault.HoldsPath => t["Only host and port, such as plotter-eg.example or 10.20.4.32:443, without anything after it."],
        _ => t["This is not an address. Write a host name or an IP address, with a port where it is not 443."],
    };
}
