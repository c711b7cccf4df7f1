using System.Collections.Frozen;
using System.Xml;

namespace SmartTracker.Protocols.Piws.Xml;

/// <summary>Walks over any XML that is no danger: no document type, nothing fetched, nothing expanded, bounded.</summary>
internal sealed class XmlReaderWalk : IXmlWalk
{
    private readonly XmlReader _reader;
    private readonly FrozenSet<string>? _wanted;
    private bool _endsAtOnce;

    /// <param name="wanted">Names of elements; null wants all.</param>
    public XmlReaderWalk(Stream stream, PiwsLimits limits, FrozenSet<string>? wanted = null) =>
        (_reader, _wanted) = (XmlReader.Create(stream, Settings(limits)), wanted);

    public XmlPart Part { get; private set; }

    public int Depth => _reader.Depth;

    public string Name => _reader.LocalName;

    public bool IsWanted => _wanted is null || _wanted.Contains(Name);

    public string Text => _reader.Value;

    public static XmlReaderSettings Settings(PiwsLimits limits) => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = limits.DocumentCharacters,
        // Only the five predefined entities are left without a document type; 0 would mean no limit.
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = true,
    };

    /// <exception cref="XmlException">The document is cut or not well-formed.</exception>
    public bool Read()
    {
        if (_endsAtOnce)
        {
            _endsAtOnce = false;
            Part = XmlPart.End;
            return true;
        }

        while (_reader.Read())
        {
            switch (_reader.NodeType)
            {
                case XmlNodeType.Element:
                    _endsAtOnce = _reader.IsEmptyElement;
                    Part = XmlPart.Start;
                    return true;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    Part = XmlPart.Text;
                    return true;
                case XmlNodeType.EndElement:
                    Part = XmlPart.End;
                    return true;
            }
        }

        return false;
    }

    public void Dispose() => _reader.Dispose();
}
