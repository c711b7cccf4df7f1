namespace SmartTracker.Protocols.Ipp.Messages;

/// <summary>One value of an attribute, with the tag it came under.</summary>
public abstract record IppValue(byte Tag);

/// <summary>The attribute has no value, and the tag says why: unknown, unsupported, no-value …</summary>
public sealed record IppOutOfBand(byte Tag) : IppValue(Tag);

/// <summary><c>integer</c> or <c>enum</c>.</summary>
public sealed record IppInteger(int Value, byte Tag = IppTag.Integer) : IppValue(Tag);

public sealed record IppBoolean(bool Value) : IppValue(IppTag.Boolean);

/// <summary>Any character string: text, name, keyword, uri, charset …</summary>
public sealed record IppText(string Text, byte Tag) : IppValue(Tag);

/// <summary><c>textWithLanguage</c> or <c>nameWithLanguage</c>.</summary>
public sealed record IppLocalizedText(string Language, string Text, byte Tag) : IppValue(Tag);

/// <summary>The device's clock (RFC 2579 DateAndTime), to a tenth of a second.</summary>
/// <param name="Offset">From UTC; null where the device left it out, so that the instant is not known.</param>
public sealed record IppDateTime(DateTime Clock, TimeSpan? Offset) : IppValue(IppTag.DateTime)
{
    /// <summary>In UTC.</summary>
    public DateTimeOffset? Instant
    {
        get
        {
            var ticks = Offset is { } offset ? Clock.Ticks - offset.Ticks : -1;
            return ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
        }
    }
}

/// <param name="Unit">3 dots per inch, 4 dots per centimetre.</param>
public sealed record IppResolution(int CrossFeed, int Feed, byte Unit) : IppValue(IppTag.Resolution);

public sealed record IppRange(int Lower, int Upper) : IppValue(IppTag.RangeOfInteger);

public sealed record IppCollection(IReadOnlyList<IppAttribute> Members) : IppValue(IppTag.BeginCollection);

/// <summary><c>octetString</c>, a value under a tag that is not known, or one whose bytes do not fit its tag.</summary>
public sealed record IppOctets(ReadOnlyMemory<byte> Octets, byte Tag = IppTag.OctetString) : IppValue(Tag);
