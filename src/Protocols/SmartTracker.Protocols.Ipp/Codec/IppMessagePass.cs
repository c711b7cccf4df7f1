using SmartTracker.Protocols.Ipp.Messages;

namespace SmartTracker.Protocols.Ipp.Codec;

/// <summary>One pass over a message; holds what was read so far, for the case that it breaks off.</summary>
internal sealed class IppMessagePass(IppBytes bytes, IppLimits limits)
{
    private readonly List<IppGroup> _groups = [];
    private readonly List<IppProblem> _problems = [];
    private IppMessage? _message;
    private int _values;

    public IppReading Reading(IppDefect? defect, string? detail) => new()
    {
        Message = _message is null ? null : _message with { Groups = _groups },
        Defect = defect,
        DefectDetail = detail,
        Problems = _problems,
    };

    public void Read()
    {
        var version = new IppVersion(bytes.Byte("version"), bytes.Byte("version"));
        if (version.Major is not (1 or 2))
            throw new IppFormatException(IppDefect.NotIpp, 0, $"version {version}: not one of IPP");
        _message = new IppMessage { Version = version, Code = bytes.UInt16("operation or status"), RequestId = bytes.Int32("request id") };

        var tag = bytes.Byte("first group");
        while (tag != IppTag.EndOfAttributes)
        {
            if (tag is 0 or > IppTag.LastDelimiter)
                throw new IppFormatException(IppDefect.NotIpp, bytes.Offset - 1, $"first group: 0x{tag:X2} begins none");
            if (_groups.Count == limits.Groups)
                throw new IppFormatException(IppDefect.TooLarge, bytes.Offset, $"more than {limits.Groups} groups");
            var attributes = Group();
            // The next delimiter proves that the group is whole.
            var next = bytes.Byte("end of attributes");
            _groups.Add(new IppGroup(tag, attributes));
            tag = next;
        }
    }

    private List<IppAttribute> Group()
    {
        var attributes = new AttributeList(limits);
        while (bytes.PeekByte("end of attributes") is var tag && tag > IppTag.LastDelimiter)
        {
            bytes.Byte("value tag");
            var name = Name("attribute name");
            if (name.Length > 0)
                attributes.Begin(name);
            else if (attributes.Current is null)
                throw new IppFormatException(IppDefect.Malformed, bytes.Offset, "additional value: there is no attribute before it");
            attributes.Add(Value(tag, attributes.Current!, 0), bytes.Offset);
        }

        return attributes.Attributes;
    }

    private string Name(string what) => IppValueDecoder.Text(bytes.Take(bytes.Length(what), what).Span);

    private IppValue Value(byte tag, string name, int depth)
    {
        if (++_values > limits.Values)
            throw new IppFormatException(IppDefect.TooLarge, bytes.Offset, $"more than {limits.Values} values");

        var what = $"value of {name}";
        var length = bytes.Length(what);
        var at = bytes.Offset;
        var octets = bytes.Take(length, what);
        if (tag == IppTag.BeginCollection)
            return Collection(name, depth + 1);
        var value = IppValueDecoder.Decode(tag, octets, detail => Problem(name, at, detail));
        return value is IppOctets { Tag: IppTag.NameWithLanguage or IppTag.TextWithLanguage } ? WithoutOuterLength(tag, octets, value, what) : value;
    }

    /// <summary>HP office printers leave out the length of the value as a whole, so that the one of the language stands in its place.</summary>
    private IppValue WithoutOuterLength(byte tag, ReadOnlyMemory<byte> language, IppValue asOctets, string what)
    {
        if (!IsLanguage(language.Span) || bytes.Left < 2)
            return asOctets;
        var text = bytes.Take(bytes.Length(what), what);
        return new IppLocalizedText(IppValueDecoder.Text(language.Span), IppValueDecoder.Text(text.Span), tag);
    }

    private static bool IsLanguage(ReadOnlySpan<byte> text)
    {
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterOrDigit((char)letter) && letter != '-')
                return false;
        }

        return text.Length is > 0 and <= 63;
    }

    private IppCollection Collection(string name, int depth)
    {
        if (depth > limits.Depth)
            throw new IppFormatException(IppDefect.TooLarge, bytes.Offset, $"{name}: deeper than {limits.Depth} collections");

        var members = new AttributeList(limits);
        while (true)
        {
            var tag = bytes.PeekByte($"end of collection {name}");
            if (tag <= IppTag.LastDelimiter)
            {
                Problem(name, bytes.Offset, "the collection has no end");
                return new IppCollection(members.Attributes);
            }

            bytes.Byte("value tag");
            var own = Name($"name inside {name}");
            if (tag == IppTag.EndCollection)
            {
                bytes.Take(bytes.Length("end of collection"), "end of collection");
                return new IppCollection(members.Attributes);
            }

            if (tag == IppTag.MemberName)
            {
                members.Begin(Name($"member name in {name}"));
                continue;
            }

            if (own.Length > 0)
                members.Begin(own);
            else if (members.Current is null)
                throw new IppFormatException(IppDefect.Malformed, bytes.Offset, $"{name}: a member without a name");
            members.Add(Value(tag, $"{name}/{members.Current}", depth), bytes.Offset);
        }
    }

    private void Problem(string attribute, int offset, string detail)
    {
        if (_problems.Count < limits.Problems)
            _problems.Add(new IppProblem(attribute, offset, detail));
    }

    /// <summary>Attributes in the making: values are added to the one begun last.</summary>
    private sealed class AttributeList(IppLimits limits)
    {
        private List<IppValue> _values = [];

        public List<IppAttribute> Attributes { get; } = [];

        public string? Current { get; private set; }

        public void Begin(string name)
        {
            Current = name;
            _values = [];
            Attributes.Add(new IppAttribute(name, _values));
        }

        public void Add(IppValue value, int offset)
        {
            if (_values.Count == limits.ValuesOfAttribute)
                throw new IppFormatException(IppDefect.TooLarge, offset, $"{Current}: more than {limits.ValuesOfAttribute} values");
            _values.Add(value);
        }
    }
}
