namespace SmartTracker.Protocols.Ews;

/// <summary>What a document may be like before it is taken for an attack or a fault.</summary>
public sealed record EwsLimits
{
    public static EwsLimits Default { get; } = new();

    /// <summary>A page of 150 jobs has about 1.8 MB.</summary>
    public int DocumentBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Of a spreadsheet after it was unpacked.</summary>
    public long UnpackedBytes { get; init; } = 128L * 1024 * 1024;

    public int Rows { get; init; } = 100_000;

    public int Columns { get; init; } = 256;

    /// <summary>All tables together; an empty cell that a spreadsheet only claims to have counts too.</summary>
    public int Cells { get; init; } = 1_000_000;

    /// <summary>Tables in tables.</summary>
    public int Depth { get; init; } = 32;

    public int TextCharacters { get; init; } = 4096;

    public int Problems { get; init; } = 1000;
}
