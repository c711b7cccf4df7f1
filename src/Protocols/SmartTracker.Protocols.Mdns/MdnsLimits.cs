namespace SmartTracker.Protocols.Mdns;

/// <summary>What may come from a network before it is taken for an attack or a fault.</summary>
public sealed record MdnsLimits
{
    public static MdnsLimits Default { get; } = new();

    /// <summary>Of one message (RFC 6762 §17).</summary>
    public int MessageBytes { get; init; } = 9000;

    /// <summary>Of one message.</summary>
    public int Records { get; init; } = 1000;

    /// <summary>Looked at in one search.</summary>
    public int Packets { get; init; } = 20_000;

    /// <summary>Found in one search.</summary>
    public int Services { get; init; } = 5000;

    /// <summary>Of one host.</summary>
    public int Addresses { get; init; } = 20;
}
