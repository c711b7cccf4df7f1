using SmartTracker.Protocols.Ipp.Messages;

namespace SmartTracker.Protocols.Ipp.Codec;

/// <summary>What was read of a message.</summary>
public sealed record IppReading
{
    /// <summary>Null where not even the header was there. Of a broken message it holds the groups before the break, each whole.</summary>
    public IppMessage? Message { get; init; }

    public IppDefect? Defect { get; init; }

    /// <summary>What was expected where, such as <c>byte 211, value of job-name: 12 bytes announced, 5 left</c>.</summary>
    public string? DefectDetail { get; init; }

    /// <summary>What was wrong and could be read all the same.</summary>
    public IReadOnlyList<IppProblem> Problems { get; init; } = [];

    public bool IsComplete => Defect is null;
}

/// <summary>Why a message could not be read to its end.</summary>
public enum IppDefect
{
    /// <summary>It ends too early.</summary>
    CutOff,
    /// <summary>It does not begin as IPP does.</summary>
    NotIpp,
    /// <summary>It breaks the encoding in a way that leaves open what was meant.</summary>
    Malformed,
    /// <summary>More bytes, groups, values or depth than any real message has.</summary>
    TooLarge,
}

/// <param name="Attribute">Its name; members of collections after a slash.</param>
/// <param name="Offset">Byte of the message where the value begins.</param>
/// <param name="Detail">What is wrong with it.</param>
public sealed record IppProblem(string Attribute, int Offset, string Detail);
