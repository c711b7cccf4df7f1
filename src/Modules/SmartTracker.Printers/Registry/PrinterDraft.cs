using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Registry;

/// <summary>What a person or a recipe says about a printer.</summary>
/// <param name="AdminPassword">Null or empty leaves the stored one.</param>
public sealed record PrinterDraft(string? Name, string? Address, string? Protocol, string? AdminPassword, bool AllowLegacyTls)
{
    /// <summary>What the device will say; counts only until it has said so itself. Null leaves it to the first contact.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>Null leaves it as it is.</summary>
    public SnmpDraft? Snmp { get; init; }

    /// <summary>Null leaves it as it is; <see cref="Place.Nowhere"/> takes it away.</summary>
    public Place? Place { get; init; }

    /// <summary>Null leaves them as they are.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>Null leaves it as it is.</summary>
    public bool? NeedsAuthority { get; init; }

    /// <summary>Where a protocol has told it already.</summary>
    public string? MacAddress { get; init; }

    // A record prints all its members; this one holds a secret.
    public override string ToString() => $"{Name}, {Address}";
}

/// <summary>A site that is known, one by its name (made where there is none), or none.</summary>
public sealed record Place(SiteId? Site, string? Name = null)
{
    public static Place Nowhere { get; } = new((SiteId?)null);

    /// <summary>An empty name is nowhere.</summary>
    public static Place Named(string name) => string.IsNullOrWhiteSpace(name) ? Nowhere : new(null, name.Trim());
}

/// <summary>A field that is not acceptable, and why, already in the reader's language.</summary>
public sealed record DraftFault(string Field, string Message);
