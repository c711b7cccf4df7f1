using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Domain;
using SmartTracker.Printers.Registry;

namespace SmartTracker.Printers.Views.Printers;

/// <summary>The form for a new or a changed printer. The stored password never comes back to it.</summary>
public sealed class PrinterForm
{
    public string? Name { get; set; }
    public string? Address { get; set; }
    public string? Protocol { get; set; } = Printer.PiwsProtocol;
    public string? AdminPassword { get; set; }
    public bool AllowLegacyTls { get; set; }

    public string? SerialNumber { get; set; }

    /// <summary>Sent by our own form: what is missing was cleared, not left out.</summary>
    public bool Complete { get; set; }

    public Guid? Site { get; set; }

    /// <summary>Apart by commas.</summary>
    public string? Groups { get; set; }

    public bool NeedsAuthority { get; set; }

    public SnmpVersion? SnmpVersion { get; set; }
    public int SnmpPort { get; set; } = SnmpProfile.DefaultPort;
    public string? SnmpCommunity { get; set; }
    public string? SnmpUserName { get; set; }
    public SnmpAuthentication SnmpAuthentication { get; set; }
    public string? SnmpAuthenticationSecret { get; set; }
    public SnmpPrivacy SnmpPrivacy { get; set; }
    public string? SnmpPrivacySecret { get; set; }

    /// <summary>Speak to the printer as soon as it is stored.</summary>
    public bool Check { get; set; }

    public PrinterDraft Draft => new(Name, Address, Protocol, AdminPassword, AllowLegacyTls)
    {
        SerialNumber = SerialNumber,
        Snmp = Complete || SnmpVersion is not null ? Snmp : null,
        Place = Complete || Site is not null ? new Place(Site is { } site ? new SiteId(site) : null) : null,
        Groups = Complete || Groups is not null ? (Groups ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : null,
        NeedsAuthority = Complete ? NeedsAuthority : null,
    };

    private SnmpDraft Snmp => new(SnmpVersion)
    {
        Port = SnmpPort,
        Community = SnmpCommunity,
        UserName = SnmpUserName,
        Authentication = SnmpAuthentication,
        AuthenticationSecret = SnmpAuthenticationSecret,
        Privacy = SnmpPrivacy,
        PrivacySecret = SnmpPrivacySecret,
    };

    public static PrinterForm Of(Printer printer)
    {
        ArgumentNullException.ThrowIfNull(printer);
        return new PrinterForm
        {
            Name = printer.Name,
            Address = printer.IsNetworked ? printer.ParsedAddress.Typed : null,
            Protocol = printer.Protocol,
            AllowLegacyTls = printer.AllowLegacyTls,
            SerialNumber = printer.SerialNumber,
            Site = printer.SiteId?.Value,
            Groups = string.Join(", ", printer.Groups.Select(group => group.Name).Order(StringComparer.CurrentCultureIgnoreCase)),
            NeedsAuthority = printer.NeedsAuthority,
            SnmpVersion = printer.Snmp?.Version,
            SnmpPort = printer.Snmp?.Port ?? SnmpProfile.DefaultPort,
            SnmpUserName = printer.Snmp?.UserName,
            SnmpAuthentication = printer.Snmp?.Authentication ?? SnmpAuthentication.None,
            SnmpPrivacy = printer.Snmp?.Privacy ?? SnmpPrivacy.None,
        };
    }
}

/// <summary>The form with what it needs to show.</summary>
/// <param name="Id">Null for a new printer.</param>
public sealed record PrinterFormPage(
    PrinterId? Id, PrinterForm Form, IReadOnlyList<string> Protocols, bool HasPassword, IReadOnlyList<DraftFault> Faults)
{
    public IReadOnlyList<Site> Sites { get; init; } = [];

    /// <summary>Groups that other printers have.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    public bool HasSnmpSecrets { get; init; }

    /// <summary>The device has said it, so nobody can change it here.</summary>
    public bool KnowsSerial { get; init; }

    public string? Fault(string field) => Faults.FirstOrDefault(fault => fault.Field == field)?.Message;
}

/// <summary>What is asked before a printer is removed.</summary>
public sealed record PrinterRemoval(PrinterId Id, string Name, bool HasJobs);

/// <summary>What is asked before several are removed.</summary>
public sealed record PrinterRemovals(IReadOnlyList<(PrinterId Id, string Name)> Printers);

/// <summary>Asks what happened to the device behind a registration.</summary>
public sealed record DevicePage(PrinterId Id, string Name, string? SerialNumber, bool IsNetworked, DeviceChange Change, IReadOnlyList<DraftFault> Faults)
{
    public string? Fault(string field) => Faults.FirstOrDefault(fault => fault.Field == field)?.Message;
}
