using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Printers.Domain;

/// <summary>Where a printer stands, and how its SNMP agent is spoken to.</summary>
public sealed partial class Printer
{
    private readonly List<PrinterGroup> _groups = [];

    public SiteId? SiteId { get; private set; }

    /// <summary>Free labels, by name.</summary>
    public IReadOnlyCollection<PrinterGroup> Groups => _groups;

    /// <summary>What may be shown of the SNMP access; null where the agent is not asked.</summary>
    public SnmpProfile? Snmp { get; private set; }

    /// <summary>The whole access with its secrets; bound like the password. Null with a profile: it has to be entered again.</summary>
    public string? ProtectedSnmp { get; private set; }

    /// <summary>The certificate must also be signed by an authority.</summary>
    public bool NeedsAuthority { get; private set; }

    /// <summary>Where its SNMP agent answers.</summary>
    public Uri? SnmpAddress => Snmp is null || !IsNetworked
        ? null
        : new UriBuilder("snmp", ParsedAddress.Host, Protocol == StateOnly ? ParsedAddress.Port : Snmp.Port).Uri;

    public void StandAt(SiteId? site) => SiteId = site;

    public void BelongTo(IEnumerable<string> groups)
    {
        var names = groups.Select(name => name.Trim()).Where(name => name.Length > 0).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _groups.RemoveAll(group => !names.Contains(group.Name));
        _groups.AddRange(names.Where(name => !_groups.Any(group => string.Equals(group.Name, name, StringComparison.OrdinalIgnoreCase)))
            .Order(StringComparer.OrdinalIgnoreCase).Select(name => new PrinterGroup(Id, name)));
    }

    public void Join(string group) => BelongTo([.. _groups.Select(known => known.Name), group]);

    public void AskForAuthority(bool needed)
    {
        if (needed != NeedsAuthority)
            Note(needed ? PrinterEventKind.AuthorityAskedFor : PrinterEventKind.AuthorityNotAskedFor);
        NeedsAuthority = needed;
    }

    public void SetSnmp(SnmpProfile? profile, string? protectedAccess)
    {
        if (profile is null && Snmp is null)
            return;
        Note(PrinterEventKind.SnmpChanged, profile?.Version.ToString() ?? "");
        (Snmp, ProtectedSnmp) = (profile, profile is null ? null : protectedAccess);
    }
}

/// <summary>A label that printers share.</summary>
public sealed class PrinterGroup(PrinterId printerId, string name)
{
    public PrinterId PrinterId { get; private set; } = printerId;

    public string Name { get; private set; } = name;
}
