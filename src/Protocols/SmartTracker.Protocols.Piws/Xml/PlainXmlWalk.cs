using System.Collections.Frozen;

namespace SmartTracker.Protocols.Piws.Xml;

/// <summary>Walks over XML as printers write it: UTF-8, no attributes below the root, no entities but the five. Several times as fast as
/// XmlReader and never more tolerant: anything else ends with a <see cref="NotPlainXmlException"/>, and XmlReader has the word.</summary>
internal sealed class PlainXmlWalk : IXmlWalk
{
    private readonly PlainXmlBytes _bytes;
    private readonly PlainXmlNames _names;
    private readonly RecentTexts _texts = new();
    private readonly PlainXmlName[] _open;
    private int _depth = -1;
    private Next _next = Next.Root;
    private int _textEnd;
    private int _textLength;

    private PlainXmlWalk(PlainXmlBytes bytes, PlainXmlName root, PiwsLimits limits, FrozenSet<string>? wanted)
    {
        _bytes = bytes;
        _names = new PlainXmlNames(root.Prefix, wanted);
        // Who walks stops before it is deeper.
        _open = new PlainXmlName[limits.Depth + 1];
        _open[0] = root;
    }

    /// <summary>What the part begun last has in it, where that was seen with it.</summary>
    private enum Next
    {
        Unknown,
        Root,
        Text,
        End,
    }

    public XmlPart Part { get; private set; }

    public int Depth => _depth;

    public string Name => _open[_depth].Local;

    public bool IsWanted => _open[_depth].IsWanted;

    public string Text => _texts.Of(_bytes.Before(_textEnd, _textLength));

    /// <exception cref="NotPlainXmlException">The document does not begin plainly.</exception>
    public static PlainXmlWalk Open(Stream stream, PiwsLimits limits, FrozenSet<string>? wanted = null)
    {
        var bytes = new PlainXmlBytes(stream, limits.DocumentCharacters);
        return new PlainXmlWalk(bytes, PlainXmlRoot.Read(bytes, limits), limits, wanted);
    }

    public bool Read()
    {
        switch (_next)
        {
            case Next.Text:
                _next = Next.End;
                Part = XmlPart.Text;
                return true;
            case Next.End:
                return End();
            case Next.Root:
                return Start(_open[0]);
        }

        return _depth < 0 ? IsNotOver() : ReadPart();
    }

    public void Dispose()
    {
    }

    private bool ReadPart()
    {
        while (true)
        {
            if (ReadText())
                return true;
            switch (_bytes.Need(2)[1])
            {
                case (byte)'/':
                    return ReadEnd();
                case (byte)'!':
                    PassComment();
                    break;
                default:
                    return ReadStart();
            }
        }
    }

    private bool Start(PlainXmlName name)
    {
        if (++_depth == _open.Length)
            throw new NotPlainXmlException();
        _open[_depth] = name;
        _next = Next.Unknown;
        Part = XmlPart.Start;
        return true;
    }

    private bool End()
    {
        _depth--;
        _next = Next.Unknown;
        Part = XmlPart.End;
        return true;
    }

    private bool ReadStart()
    {
        var tag = _bytes.Through((byte)'>')[1..^1];
        var isEmpty = tag is [.., (byte)'/'];
        if (tag is [.., (byte)'/' or (byte)' '])
            tag = tag.TrimEnd((byte)'/').TrimEnd((byte)' ');
        Start(_names.Of(tag));
        if (isEmpty)
            _next = Next.End;
        else
            LookAhead();
        return true;
    }

    /// <summary>Most elements hold one text and nothing else: then its end is taken with its beginning, and a text that nobody wants is not told.</summary>
    private void LookAhead()
    {
        var rest = _bytes.Rest;
        var length = PlainXmlText.LengthOfSimple(rest);
        if (length < 0 || !_open[_depth].IsEndedBy(rest[length..]))
            return;
        _bytes.Take(length + _open[_depth].EndLength);
        (_textLength, _textEnd) = (length, _open[_depth].EndLength);
        _next = !IsWanted || PlainXmlText.IsWhiteSpace(rest[..length]) ? Next.End : Next.Text;
    }

    private bool ReadEnd()
    {
        var name = _open[_depth];
        if (!name.IsEndedBy(_bytes.Need(name.EndLength)))
            throw new NotPlainXmlException();
        _bytes.Take(name.EndLength);
        return End();
    }

    /// <returns>False where there is none, or only white space.</returns>
    private bool ReadText()
    {
        var text = _bytes.Until((byte)'<');
        if (PlainXmlText.IsWhiteSpace(text))
            return false;
        PlainXmlText.Check(text);
        (_textLength, _textEnd) = (text.Length, 0);
        Part = XmlPart.Text;
        return true;
    }

    private void PassComment()
    {
        if (!_bytes.Need(4).StartsWith("<!--"u8))
            throw new NotPlainXmlException();
        _bytes.Take(4);
        // Two hyphens end a comment and stand nowhere inside one.
        _bytes.Until("--"u8);
        if (_bytes.Need(3)[2] != '>')
            throw new NotPlainXmlException();
        _bytes.Take(3);
    }

    /// <returns>False: only white space follows.</returns>
    private bool IsNotOver()
    {
        do
        {
            if (!PlainXmlText.IsWhiteSpace(_bytes.Rest))
                throw new NotPlainXmlException();
            _bytes.Take(_bytes.Rest.Length);
        }
        while (_bytes.Fill());
        return false;
    }
}

/// <summary>Ends a plain walk. The document may be good all the same.</summary>
internal sealed class NotPlainXmlException : Exception;
