namespace SmartTracker.Protocols.Ipp;

/// <summary>What a message may be like before it is taken for an attack or a fault.</summary>
public sealed record IppLimits
{
    public static IppLimits Default { get; } = new();

    public int Bytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>One for each job of a list, and a few more.</summary>
    public int Groups { get; init; } = 20_000;

    /// <summary>Of the whole message, members of collections included. A job has about 40, a printer some thousands.</summary>
    public int Values { get; init; } = 500_000;

    /// <summary>Of one attribute. Lists of supported media reach a few hundred.</summary>
    public int ValuesOfAttribute { get; init; } = 10_000;

    /// <summary>Collections inside collections; <c>media-col-database</c> needs 3.</summary>
    public int Depth { get; init; } = 16;

    public int Problems { get; init; } = 1000;
}
