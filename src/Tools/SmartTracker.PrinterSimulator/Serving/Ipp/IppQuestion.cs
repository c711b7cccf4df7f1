using System.Buffers.Binary;
using System.Text;

namespace SmartTracker.PrinterSimulator.Serving.Ipp;

/// <summary>What a client asked, as far as this printer listens.</summary>
internal sealed record IppQuestion(int Operation, int RequestId, IReadOnlyDictionary<string, byte[]> First)
{
    private const int Header = 8;

    /// <summary>Null for what is no request.</summary>
    public static IppQuestion? Read(ReadOnlySpan<byte> body)
    {
        if (body.Length <= Header)
            return null;
        var first = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var at = Header;
        // Requests of readers hold one group of plain values; anything else ends the listening.
        while (at + 5 <= body.Length && body[at] != 0x03)
        {
            if (body[at] < 0x10)
            {
                at++;
                continue;
            }

            var name = Part(body, at + 1);
            var value = Part(body, at + 3 + name.Length);
            if (name.Length > 0)
                first.TryAdd(Encoding.UTF8.GetString(name), value.ToArray());
            at += 5 + name.Length + value.Length;
        }

        return new IppQuestion(BinaryPrimitives.ReadUInt16BigEndian(body[2..]), BinaryPrimitives.ReadInt32BigEndian(body[4..]), first);
    }

    public int? Integer(string name) => First.TryGetValue(name, out var value) && value.Length == 4 ? BinaryPrimitives.ReadInt32BigEndian(value) : null;

    public string? Text(string name) => First.TryGetValue(name, out var value) ? Encoding.UTF8.GetString(value) : null;

    private static ReadOnlySpan<byte> Part(ReadOnlySpan<byte> body, int at)
    {
        if (at + 2 > body.Length)
            return [];
        var length = BinaryPrimitives.ReadUInt16BigEndian(body[at..]);
        return body.Slice(at + 2, Math.Min(length, body.Length - at - 2));
    }
}
