using System.Xml;
using SmartTracker.Protocols.Piws.Identity;

namespace SmartTracker.Protocols.Piws.Xml;

/// <summary>A small document as a whole, XML or JSON.</summary>
internal static class PiwsDocument
{
    /// <returns>Something without a name that holds the document, as the outer brackets of JSON do; null where it is neither, or larger than allowed.</returns>
    public static PiwsElement? Read(ReadOnlyMemory<byte> document, int maximumElements) => FromXml(document, maximumElements) ?? PiwsJson.Read(document);

    private static PiwsElement? FromXml(ReadOnlyMemory<byte> document, int maximumElements)
    {
        try
        {
            using var stream = new MemoryStream(document.ToArray(), writable: false);
            using var walk = new XmlReaderWalk(stream, PiwsLimits.Default);
            walk.Read();
            var root = new PiwsElement();
            if (new PiwsElementReader(walk, PiwsLimits.Default).Read(maximumElements, root) is not { } element)
                return null;
            root.Add(element);
            return root;
        }
        catch (Exception exception) when (exception is XmlException or PiwsDepthException)
        {
            return null;
        }
    }
}
