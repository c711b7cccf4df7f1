namespace SmartTracker.Printers.Registry;

/// <summary>What a person or a recipe says about a printer.</summary>
/// <param name="AdminPassword">Null or empty leaves the stored one.</param>
public sealed record PrinterDraft(string? Name, string? Address, string? Protocol, string? AdminPassword, bool AllowLegacyTls)
{
    /// <summary>What the device will say; counts only until it has said so itself. Null leaves it to the first contact.</summary>
    public string? SerialNumber { get; init; }

    // A record prints all its members; this one holds a secret.
    public override string ToString() => $"{Name}, {Address}";
}

/// <summary>A field that is not acceptable, and why, already in the reader's language.</summary>
public sealed record DraftFault(string Field, string Message);
