using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SmartTracker.Collection.Data;

/// <summary>What a printer said, apart from its clock: a list carries the moment at which it was asked for, and is the same content all the same.</summary>
internal static class AnswerContent
{
    private const int LongestClock = 11;
    private const int DateLength = 10;
    private const int TimeLength = 8;

    // RFC 8011 §5.3.14.4, §5.4.29, §5.4.30: the first also ends job-printer-up-time.
    private static readonly byte[][] IppClocks = ["printer-up-time"u8.ToArray(), "printer-current-time"u8.ToArray()];

    /// <summary>Null where nothing was said.</summary>
    public static byte[]? Digest(IReadOnlyList<(int Status, byte[] Body)> answers)
    {
        if (answers.Count == 0)
            return null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> head = stackalloc byte[2 * sizeof(int)];
        foreach (var (status, answered) in answers)
        {
            var body = answered.AsSpan().ToArray();
            StopIppClocks(body);
            StopTextClocks(body);
            BinaryPrimitives.WriteInt32LittleEndian(head, status);
            BinaryPrimitives.WriteInt32LittleEndian(head[sizeof(int)..], body.Length);
            hash.AppendData(head);
            hash.AppendData(body);
        }

        return hash.GetHashAndReset();
    }

    // RFC 8010 §3.1.4: the name is followed by the length of the value in two bytes, then the value.
    private static void StopIppClocks(Span<byte> body)
    {
        foreach (var name in IppClocks)
        {
            for (var rest = body; rest.IndexOf(name) is >= 0 and var at;)
            {
                rest = rest[(at + name.Length)..];
                if (rest.Length >= 2 && BinaryPrimitives.ReadUInt16BigEndian(rest) is var length && length <= LongestClock && length + 2 <= rest.Length)
                    rest.Slice(2, length).Clear();
            }
        }
    }

    // ISO 8601: 2026-10-06T09:10:11.25.
    private static void StopTextClocks(Span<byte> body)
    {
        for (var at = DateLength; at + TimeLength < body.Length; at++)
        {
            if (body[at] != 'T' || !Is(body.Slice(at - DateLength, DateLength), "0000-00-00"u8) || !Is(body.Slice(at + 1, TimeLength), "00:00:00"u8))
                continue;
            Stop(body.Slice(at - DateLength, DateLength));
            var end = at + 1 + TimeLength;
            if (end < body.Length && body[end] == '.')
            {
                for (end++; end < body.Length && char.IsAsciiDigit((char)body[end]);)
                    end++;
            }

            Stop(body[at..end]);
        }
    }

    private static bool Is(ReadOnlySpan<byte> text, ReadOnlySpan<byte> shape)
    {
        for (var i = 0; i < shape.Length; i++)
        {
            if (shape[i] == '0' ? !char.IsAsciiDigit((char)text[i]) : text[i] != shape[i])
                return false;
        }

        return true;
    }

    private static void Stop(Span<byte> text)
    {
        foreach (ref var character in text)
        {
            if (char.IsAsciiDigit((char)character))
                character = (byte)'0';
        }
    }
}
