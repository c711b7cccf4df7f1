namespace SmartTracker.Protocols.Snmp;

/// <summary>What an agent may send before it is taken for an attack or a fault.</summary>
public sealed record SnmpLimits
{
    public static SnmpLimits Default { get; } = new();

    /// <summary>Of one message. UDP carries no more than 65,507.</summary>
    public int MessageBytes { get; init; } = 65_507;

    /// <summary>Of one message.</summary>
    public int Varbinds { get; init; } = 2_000;

    /// <summary>Of one walk. A printer's alert table, its longest, has some hundred.</summary>
    public int WalkVarbinds { get; init; } = 20_000;

    /// <summary>Of one walk.</summary>
    public int WalkBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Packets sent in one visit, repetitions included.</summary>
    public int Requests { get; init; } = 5_000;

    /// <summary>Packets that are looked at for one that was sent: nobody can keep us busy by a flood of wrong answers.</summary>
    public int PacketsPerRequest { get; init; } = 100;
}
