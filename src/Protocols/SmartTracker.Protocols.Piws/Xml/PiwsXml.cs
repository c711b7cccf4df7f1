using System.Xml;

namespace SmartTracker.Protocols.Piws.Xml;

/// <summary>The one way XML of a printer is opened: no document type, nothing fetched, nothing expanded, bounded.</summary>
internal static class PiwsXml
{
    public static XmlReader Open(Stream stream, PiwsLimits limits) => XmlReader.Create(stream, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = limits.DocumentCharacters,
        // Only the five predefined entities are left without a document type; 0 would mean no limit.
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = true,
    });

    /// <summary>Reads the element that the reader stands on, up to and including its end.</summary>
    /// <returns>Null where it has more elements than allowed; the reader stands on its end all the same.</returns>
    public static PiwsElement? ReadElement(XmlReader reader, PiwsLimits limits, int maximumElements, PiwsElement? parent = null)
    {
        var root = new PiwsElement(reader.LocalName, parent);
        if (reader.IsEmptyElement)
            return root;

        var open = new Stack<PiwsElement>([root]);
        var elements = 1;
        while (open.Count > 0)
        {
            if (!reader.Read())
                throw new XmlException("The document ends inside an element.");

            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    PiwsDepthException.Check(reader, limits);
                    var child = new PiwsElement(reader.LocalName, open.Peek());
                    if (++elements <= maximumElements)
                        open.Peek().Add(child);
                    if (!reader.IsEmptyElement)
                        open.Push(child);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    open.Peek().Append(reader.Value);
                    break;
                case XmlNodeType.EndElement:
                    open.Pop().End();
                    break;
            }
        }

        return elements <= maximumElements ? root : null;
    }
}

/// <summary>Stops the reading of a document that is nested deeper than allowed.</summary>
internal sealed class PiwsDepthException() : Exception("The document is nested deeper than allowed.")
{
    public static void Check(XmlReader reader, PiwsLimits limits)
    {
        if (reader.Depth >= limits.Depth)
            throw new PiwsDepthException();
    }
}
