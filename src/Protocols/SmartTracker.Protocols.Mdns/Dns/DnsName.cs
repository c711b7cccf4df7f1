namespace SmartTracker.Protocols.Mdns.Dns;

/// <summary>A name as its labels, because a service's first label is free text with dots and spaces (RFC 6763 §4.1.1). Upper and lower case are the same.</summary>
public sealed class DnsName(params IEnumerable<string> labels) : IEquatable<DnsName>
{
    private readonly string[] _labels = [.. labels];

    public IReadOnlyList<string> Labels => _labels;

    /// <param name="text">Labels with dots between; no label may hold one itself.</param>
    public static DnsName Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text.Split('.', StringSplitOptions.RemoveEmptyEntries));
    }

    public bool EndsWith(DnsName suffix)
    {
        ArgumentNullException.ThrowIfNull(suffix);
        return _labels.Length >= suffix._labels.Length && _labels.AsSpan(_labels.Length - suffix._labels.Length).SequenceEqual(suffix._labels, StringComparer.OrdinalIgnoreCase);
    }

    public bool Equals(DnsName? other) => other is not null && _labels.Length == other._labels.Length && EndsWith(other);

    public override bool Equals(object? obj) => Equals(obj as DnsName);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var label in _labels)
            hash.Add(label, StringComparer.OrdinalIgnoreCase);
        return hash.ToHashCode();
    }

    /// <summary>With a backslash before what is no separator.</summary>
    public override string ToString() => string.Join('.', _labels.Select(label => label.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(".", "\\.", StringComparison.Ordinal)));
}
