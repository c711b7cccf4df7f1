namespace SmartTracker.Protocols.Piws;

/// <summary>What a document may be like before it is taken for an attack or a fault.</summary>
public sealed record PiwsLimits
{
    public static PiwsLimits Default { get; } = new();

    public long DocumentCharacters { get; init; } = 64L * 1024 * 1024;

    /// <summary>The captured documents are 11 deep.</summary>
    public int Depth { get; init; } = 32;

    /// <summary>A page has about 45.</summary>
    public int ElementsPerJob { get; init; } = 200_000;

    public int TextCharacters { get; init; } = 4096;

    public int Problems { get; init; } = 1000;
}
