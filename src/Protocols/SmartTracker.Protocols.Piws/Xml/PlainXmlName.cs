using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace SmartTracker.Protocols.Piws.Xml;

/// <summary>The name of an element as it stands in the document, and without its prefix.</summary>
/// <param name="IsWanted">Somebody asks for elements of this name.</param>
internal sealed record PlainXmlName(byte[] Utf8, byte[] Prefix, string Local, bool IsWanted)
{
    private static readonly SearchValues<byte> Later = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789-."u8);

    /// <summary>Of the end tag, in bytes.</summary>
    public int EndLength { get; } = Utf8.Length + 3;

    /// <param name="prefix">The only one that is known, without colon; empty for none.</param>
    /// <exception cref="NotPlainXmlException">Another prefix, or other letters than ASCII's.</exception>
    public static PlainXmlName Of(ReadOnlySpan<byte> name, byte[] prefix, FrozenSet<string>? wanted = null)
    {
        var local = prefix.Length > 0 && name.Length > prefix.Length && name.StartsWith(prefix) && name[prefix.Length] == ':' ? name[(prefix.Length + 1)..] : name;
        if (local.IsEmpty || local.ContainsAnyExcept(Later) || !(char.IsAsciiLetter((char)local[0]) || local[0] == '_'))
            throw new NotPlainXmlException();
        var text = Encoding.ASCII.GetString(local);
        // Names that the program itself mentions are then equal by reference.
        return new PlainXmlName(name.ToArray(), prefix, string.IsInterned(text) ?? text, wanted?.Contains(text) != false);
    }

    /// <summary>Whether this begins with the end tag.</summary>
    public bool IsEndedBy(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= EndLength && bytes[1] == '/' && bytes[EndLength - 1] == '>' && bytes.Slice(2, Utf8.Length).SequenceEqual(Utf8);
}

/// <summary>Names come again and again: the last one of each hash is kept, however many there are.</summary>
internal sealed class PlainXmlNames(byte[] prefix, FrozenSet<string>? wanted)
{
    private readonly PlainXmlName?[] _recent = new PlainXmlName?[Utf8Hash.Slots];

    public PlainXmlName Of(ReadOnlySpan<byte> name)
    {
        ref var recent = ref _recent[Utf8Hash.Of(name)];
        if (recent is null || !name.SequenceEqual(recent.Utf8))
            recent = PlainXmlName.Of(name, prefix, wanted);
        return recent;
    }
}
