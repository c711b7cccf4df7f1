using System.Buffers.Binary;
using System.Text;

namespace SmartTracker.PrinterSimulator.Serving.Ipp;

/// <summary>Writes an answer byte by byte. No codec of ours is used: a fault in it must not hide itself here.</summary>
internal sealed class IppDocument : IDisposable
{
    private readonly MemoryStream _bytes = new();

    public IppDocument(int status, int requestId)
    {
        _bytes.Write([1, 1]);
        Short(status);
        Int(requestId);
        Group(0x01);
        Text(0x47, "attributes-charset", "utf-8");
        Text(0x48, "attributes-natural-language", "en");
    }

    public void Group(byte tag) => _bytes.WriteByte(tag);

    public void Integer(string name, int value) => Number(0x21, name, value);

    public void Enum(string name, int value) => Number(0x23, name, value);

    public void Keyword(string name, string value) => Text(0x44, name, value);

    public void Name(string name, string value) => Text(0x42, name, value);

    public void Text(string name, string value) => Text(0x41, name, value);

    public void Uri(string name, string value) => Text(0x45, name, value);

    /// <summary>octetString that holds ASCII.</summary>
    public void Octets(string name, string value) => Text(0x30, name, value);

    public void NoValue(string name) => Value(0x13, name, []);

    /// <summary>RFC 2579 DateAndTime, in the offset that the moment has.</summary>
    public void Date(string name, DateTimeOffset moment, bool namesZone = true)
    {
        var offset = moment.Offset.Duration();
        ReadOnlySpan<byte> written =
        [
            (byte)(moment.Year >> 8), (byte)(moment.Year & 0xFF), (byte)moment.Month, (byte)moment.Day, (byte)moment.Hour, (byte)moment.Minute, (byte)moment.Second, 0,
            (byte)(moment.Offset < TimeSpan.Zero ? '-' : '+'), (byte)offset.Hours, (byte)offset.Minutes,
        ];
        Value(0x31, name, namesZone ? written : written[..8]);
    }

    /// <summary>A collection; its members are written inside.</summary>
    public void Collection(string name, Action members)
    {
        Value(0x34, name, []);
        members();
        Value(0x37, "", []);
    }

    /// <summary>One member: its name, then its value without a name.</summary>
    public void Member(string name, Action<string> value)
    {
        Text(0x4A, "", name);
        value("");
    }

    public byte[] End()
    {
        _bytes.WriteByte(0x03);
        return _bytes.ToArray();
    }

    public void Dispose() => _bytes.Dispose();

    private void Number(byte tag, string name, int value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        Value(tag, name, bytes);
    }

    private void Text(byte tag, string name, string value) => Value(tag, name, Encoding.UTF8.GetBytes(value));

    private void Value(byte tag, string name, ReadOnlySpan<byte> value)
    {
        _bytes.WriteByte(tag);
        Sized(Encoding.UTF8.GetBytes(name));
        Sized(value);
    }

    private void Sized(ReadOnlySpan<byte> bytes)
    {
        Short(bytes.Length);
        _bytes.Write(bytes);
    }

    private void Short(int value)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)value);
        _bytes.Write(bytes);
    }

    private void Int(int value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        _bytes.Write(bytes);
    }
}
