using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Registry;

/// <summary>Stores how a printer's SNMP agent is spoken to: what may be shown, and all of it protected.</summary>
public sealed class SnmpSettings(PrinterSecrets secrets)
{
    /// <summary>After the address. A draft that changes nothing leaves no trace.</summary>
    public void Set(Printer printer, SnmpDraft draft)
    {
        ArgumentNullException.ThrowIfNull(printer);
        ArgumentNullException.ThrowIfNull(draft);
        var port = printer.Protocol == Printer.StateOnly ? printer.ParsedAddress.Port : draft.Port;
        var stored = printer.SnmpAddress?.Port == port ? Stored(printer) : null;
        var access = draft.With(stored);
        if (access is null)
        {
            printer.SetSnmp(null, null);
            return;
        }

        var profile = SnmpProfile.Of(access, port);
        if (access == stored && profile == printer.Snmp)
            return;
        printer.SetSnmp(profile, secrets.ProtectSnmp(printer, access, port));
    }

    private SnmpAccess? Stored(Printer printer)
    {
        try
        {
            return secrets.RevealSnmp(printer);
        }
        catch (PasswordUnreadableException)
        {
            return null;
        }
    }
}
