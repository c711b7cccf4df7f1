using System.Net;
using Microsoft.Extensions.Localization;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Data;
using SmartTracker.Printers.Domain;
using SmartTracker.Printers.Network;

namespace SmartTracker.Printers.Registry;

/// <summary>Checks what was typed about an SNMP agent. Fields are named with the prefix <c>Snmp</c>.</summary>
public sealed class SnmpDraftCheck(PrinterStore store, PrinterSecrets secrets, IPrinterNetwork network, IStringLocalizer<Texts> t)
{
    // RFC 3414, 11.2: a pass phrase has at least 8 characters.
    private const int ShortestSecret = 8;
    private const int LongestSecret = 200;

    /// <param name="id">The printer that is being changed, or null for a new one.</param>
    public async Task<IReadOnlyList<DraftFault>> CheckAsync(PrinterDraft draft, PrinterId? id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var faults = new List<DraftFault>();
        if (draft.Protocol == Printer.StateOnly && draft.Snmp is not { Version: not null })
            faults.Add(new("SnmpVersion", t["A printer without jobs is read through SNMP: choose a version."]));
        if (draft.Snmp is not { Version: not null } snmp || draft.Protocol == Printer.Manual || !PrinterAddress.TryParse(draft.Address, draft.Protocol, out var address, out _))
            return faults;

        var port = draft.Protocol == Printer.StateOnly ? address.Port : snmp.Port;
        if (port is < 1 or > 65535)
            faults.Add(new("SnmpPort", t["A port is a number from 1 to 65535."]));
        else if (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && !network.Allows(new IPEndPoint(ip, port)))
            faults.Add(new("SnmpPort", t["The host operator allows no printers at {0}. Ask to have this network and port added to the setting {1}.", $"{address.Host}:{port}", PrinterNetwork.Setting]));
        faults.AddRange(Check(snmp.With(await StoredAsync(id, address, port, cancellationToken))!));
        return faults;
    }

    private IEnumerable<DraftFault> Check(SnmpAccess access)
    {
        if (access.Version != SnmpVersion.V3)
        {
            if (access.Community is null || access.Community.Length > LongestSecret)
                yield return new("SnmpCommunity", t["Enter the community, up to {0} characters.", LongestSecret]);
            yield break;
        }

        if (access.UserName is null || access.UserName.Length > 32)
            yield return new("SnmpUserName", t["Enter the user name of SNMPv3, up to {0} characters.", 32]);
        if (access.Authentication != SnmpAuthentication.None && !IsSecret(access.AuthenticationSecret))
            yield return new("SnmpAuthenticationSecret", t["Enter a pass phrase of {0} to {1} characters.", ShortestSecret, LongestSecret]);
        if (access.Privacy != SnmpPrivacy.None && access.Authentication == SnmpAuthentication.None)
            yield return new("SnmpPrivacy", t["SNMPv3 encrypts only what it authenticates: choose an authentication too."]);
        else if (access.Privacy != SnmpPrivacy.None && !IsSecret(access.PrivacySecret))
            yield return new("SnmpPrivacySecret", t["Enter a pass phrase of {0} to {1} characters.", ShortestSecret, LongestSecret]);
    }

    // Secrets stay only at the place for which they were given.
    private async Task<SnmpAccess?> StoredAsync(PrinterId? id, PrinterAddress address, int port, CancellationToken cancellationToken)
    {
        if (id is not { } known || await store.FindAsync(known, cancellationToken) is not { } printer)
            return null;
        if (printer.Address != address.Uri.AbsoluteUri || printer.SnmpAddress?.Port != port)
            return null;
        try
        {
            return secrets.RevealSnmp(printer);
        }
        catch (PasswordUnreadableException)
        {
            return null;
        }
    }

    private static bool IsSecret(string? secret) => secret is { Length: >= ShortestSecret and <= LongestSecret };
}
