namespace SmartTracker.Protocols.Ipp.Messages;

/// <summary>A name with one value, or (1setOf) several in their order.</summary>
public sealed record IppAttribute(string Name, IReadOnlyList<IppValue> Values)
{
    public IppAttribute(string name, params IppValue[] values) : this(name, (IReadOnlyList<IppValue>)values)
    {
    }
}

/// <summary>Attributes about one thing: the operation, the printer or one job.</summary>
/// <param name="Tag">A delimiter tag, such as <see cref="IppTag.JobAttributes"/>.</param>
public sealed record IppGroup(byte Tag, IReadOnlyList<IppAttribute> Attributes);
