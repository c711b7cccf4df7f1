using System.Xml;

namespace SmartTracker.Protocols.Http.Xml;

/// <summary>The one way foreign XML is opened here: no document type, nothing fetched, nothing expanded, bounded.</summary>
public static class DeviceXml
{
    public static XmlReader Open(Stream stream, DeviceXmlLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = limits.Characters,
            // Only the five predefined entities are left without a document type; 0 would mean no limit.
            MaxCharactersFromEntities = 1024,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CheckCharacters = true,
        });
    }

    /// <summary>A small document as a tree. A document that broke off gives what had arrived, with its defect; nothing throws.</summary>
    public static DeviceDocument Read(ReadOnlyMemory<byte> document, DeviceXmlLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        DeviceElement? root = null;
        try
        {
            using var stream = new MemoryStream(document.ToArray(), writable: false);
            using var reader = Open(stream, limits);
            reader.MoveToContent();
            root = new DeviceElement(reader.LocalName);
            return new DeviceDocument(root, Fill(reader, root, limits));
        }
        catch (XmlException exception)
        {
            return new DeviceDocument(root, exception.Message);
        }
    }

    /// <summary>Why it stopped before the end, or null.</summary>
    private static string? Fill(XmlReader reader, DeviceElement root, DeviceXmlLimits limits)
    {
        var open = new Stack<DeviceElement>([root]);
        if (reader.IsEmptyElement)
            open.Pop().End();
        for (var elements = 1; reader.Read();)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (++elements > limits.Elements || reader.Depth >= limits.Depth)
                        return "The document has more elements or levels than any real one.";
                    var child = new DeviceElement(reader.LocalName);
                    open.Peek().Add(child);
                    if (reader.IsEmptyElement)
                        child.End();
                    else
                        open.Push(child);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    open.Peek().Append(reader.Value, limits.TextCharacters);
                    break;
                case XmlNodeType.EndElement:
                    open.Pop().End();
                    break;
            }
        }

        return null;
    }
}

/// <param name="Root">Null where the document is no XML, or XML with a document type, which no device sends and which is refused.</param>
/// <param name="Defect">Where and why the reading stopped before the end, or null.</param>
public sealed record DeviceDocument(DeviceElement? Root, string? Defect);

/// <summary>What a document may be like before it is taken for an attack or a fault.</summary>
public sealed record DeviceXmlLimits
{
    public static DeviceXmlLimits Default { get; } = new();

    public long Characters { get; init; } = 16L * 1024 * 1024;

    public int Depth { get; init; } = 32;

    public int Elements { get; init; } = 200_000;

    public int TextCharacters { get; init; } = 4096;
}
