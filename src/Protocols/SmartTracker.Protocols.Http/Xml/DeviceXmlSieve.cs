using System.Text;
using System.Xml;

namespace SmartTracker.Protocols.Http.Xml;

/// <summary>Writes foreign XML again with only the texts that somebody vouches for, in one pass and without a tree. Elements stay; attributes, comments and
/// text beside elements go.</summary>
public static class DeviceXmlSieve
{
    private static readonly XmlWriterSettings Plain = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        OmitXmlDeclaration = true,
        CheckCharacters = false,
        NewLineHandling = NewLineHandling.Entitize,
        // What broke off stays broken off.
        WriteEndDocumentOnClose = false,
    };

    /// <param name="text">By the local names of the parent and of an element and its text: what it says instead; null is nothing.</param>
    /// <returns>The document as far as it could be read. One that was not read to its end is no whole document any more.</returns>
    public static (byte[] Document, bool IsWhole) Sift(ReadOnlyMemory<byte> document, DeviceXmlLimits limits, Func<string, string, string, string?> text)
    {
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(text);
        using var target = new MemoryStream(document.Length);
        var open = new Stack<Pending>();
        var isWhole = false;
        using (var writer = XmlWriter.Create(target, Plain))
        {
            try
            {
                using var stream = new MemoryStream(document.ToArray(), writable: false);
                using var reader = DeviceXml.Open(stream, limits);
                isWhole = Copy(reader, writer, open, limits.Depth, text);
            }
            catch (XmlException)
            {
                // The part before it was written.
            }
        }

        var sifted = target.ToArray();
        // What is wrong behind the end would no longer show.
        return !isWhole && open.Count == 0 && sifted.Length > 0 ? (sifted[..^1], false) : (sifted, isWhole);
    }

    /// <param name="open">Elements whose end has not come.</param>
    private static bool Copy(XmlReader reader, XmlWriter writer, Stack<Pending> open, int depth, Func<string, string, string, string?> text)
    {
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (reader.Depth >= depth)
                        return false;
                    if (open.TryPeek(out var parent))
                        parent.HasElements = true;
                    writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
                    if (reader.IsEmptyElement)
                        writer.WriteEndElement();
                    else
                        open.Push(new Pending(reader.LocalName));
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    open.Peek().Text.Append(reader.Value);
                    break;
                case XmlNodeType.EndElement:
                    End(open.Pop(), open.TryPeek(out var above) ? above.Name : "", writer, text);
                    break;
            }
        }

        return true;
    }

    private static void End(Pending element, string parent, XmlWriter writer, Func<string, string, string, string?> text)
    {
        var said = element.HasElements ? "" : element.Text.ToString().Trim();
        if (said.Length > 0 && text(parent, element.Name, said) is { Length: > 0 } instead)
            writer.WriteString(instead);
        writer.WriteEndElement();
    }

    private sealed class Pending(string name)
    {
        public string Name { get; } = name;

        public StringBuilder Text { get; } = new();

        public bool HasElements { get; set; }
    }
}
