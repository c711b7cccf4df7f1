using System.Text;
using System.Xml;

namespace SmartTracker.Protocols.Piws.Xml;

/// <summary>The beginning of a document up to its root element: declaration, comments, namespaces. XmlReader reads it.</summary>
internal static class PlainXmlRoot
{
    /// <exception cref="NotPlainXmlException">Another encoding than UTF-8, a document type, a root without content and whatever XmlReader refuses.</exception>
    public static PlainXmlName Read(PlainXmlBytes bytes, PiwsLimits limits)
    {
        bytes.Fill();
        var length = Length(bytes.Rest);
        // XmlReader looks one byte ahead.
        using var beginning = new MemoryStream(bytes.Rest[..Math.Min(length + 1, bytes.Rest.Length)].ToArray(), writable: false);
        bytes.Take(length);
        try
        {
            using var reader = XmlReader.Create(beginning, XmlReaderWalk.Settings(limits));
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.XmlDeclaration && !IsUtf8(reader.GetAttribute("encoding")))
                    break;
                if (reader is { NodeType: XmlNodeType.Element, IsEmptyElement: false, XmlSpace: XmlSpace.None })
                    return PlainXmlName.Of(Encoding.UTF8.GetBytes(reader.Name), Encoding.UTF8.GetBytes(reader.Prefix));
            }
        }
        catch (XmlException)
        {
            // Not plain, whatever else it is.
        }

        throw new NotPlainXmlException();
    }

    private static bool IsUtf8(string? encoding) => encoding is null || encoding.Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private static int Length(ReadOnlySpan<byte> document)
    {
        var length = 0;
        while (document[length..].IndexOf((byte)'<') is var tag and >= 0)
        {
            length += tag;
            ReadOnlySpan<byte> end = document[length..] switch
            {
                [_, (byte)'?', ..] => "?>"u8,
                [_, (byte)'!', (byte)'-', (byte)'-', ..] => "-->"u8,
                [_, (byte)'!', ..] => throw new NotPlainXmlException(),
                _ => ">"u8,
            };
            var inside = document[length..].IndexOf(end);
            if (inside < 0)
                break;
            length += inside + end.Length;
            if (end.Length == 1)
                return length;
        }

        throw new NotPlainXmlException();
    }
}
