namespace SmartTracker.Protocols.Ipp.Messages;

/// <summary>A request or an answer (RFC 8010 §3.1), without the document that may follow it.</summary>
public sealed record IppMessage
{
    public IppVersion Version { get; init; } = new(1, 1);

    /// <summary>The operation of a request, the status of an answer: see <see cref="IppOperation"/> and <see cref="IppStatus"/>.</summary>
    public required int Code { get; init; }

    /// <summary>The answer repeats the request's.</summary>
    public required int RequestId { get; init; }

    public IReadOnlyList<IppGroup> Groups { get; init; } = [];

    /// <summary>Of the first group with this tag; empty where there is none.</summary>
    public IReadOnlyList<IppAttribute> Attributes(byte tag) => Groups.FirstOrDefault(group => group.Tag == tag)?.Attributes ?? [];
}

public readonly record struct IppVersion(byte Major, byte Minor)
{
    public override string ToString() => $"{Major}.{Minor}";
}
