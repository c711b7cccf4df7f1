namespace SmartTracker.Protocols.Ipp.Messages;

/// <summary>Delimiter and value tags of RFC 8010 §3.5. Numbers, not an enumeration: a device may send any of 256.</summary>
public static class IppTag
{
    public const byte OperationAttributes = 0x01;
    public const byte JobAttributes = 0x02;
    public const byte EndOfAttributes = 0x03;
    public const byte PrinterAttributes = 0x04;
    public const byte UnsupportedAttributes = 0x05;

    /// <summary>Delimiters end here, values begin above.</summary>
    public const byte LastDelimiter = 0x0F;

    public const byte Unsupported = 0x10;
    public const byte Unknown = 0x12;
    public const byte NoValue = 0x13;

    /// <summary>Values that stand for the lack of one end here.</summary>
    public const byte LastOutOfBand = 0x1F;

    public const byte Integer = 0x21;
    public const byte Boolean = 0x22;
    public const byte Enum = 0x23;
    public const byte OctetString = 0x30;
    public const byte DateTime = 0x31;
    public const byte Resolution = 0x32;
    public const byte RangeOfInteger = 0x33;
    public const byte BeginCollection = 0x34;
    public const byte TextWithLanguage = 0x35;
    public const byte NameWithLanguage = 0x36;
    public const byte EndCollection = 0x37;
    public const byte TextWithoutLanguage = 0x41;
    public const byte NameWithoutLanguage = 0x42;
    public const byte Keyword = 0x44;
    public const byte Uri = 0x45;
    public const byte UriScheme = 0x46;
    public const byte Charset = 0x47;
    public const byte NaturalLanguage = 0x48;
    public const byte MimeMediaType = 0x49;
    public const byte MemberName = 0x4A;

    /// <summary>0x40 to 0x5F are character strings; those that nobody registered are read as such too.</summary>
    public static bool IsText(byte tag) => tag is >= 0x40 and <= 0x5F;
}
