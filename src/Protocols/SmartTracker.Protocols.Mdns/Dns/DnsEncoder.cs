using System.Buffers;
using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace SmartTracker.Protocols.Mdns.Dns;

/// <summary>Writes a message, without compression.</summary>
public static class DnsEncoder
{
    private const int ClassInternet = 1;

    /// <summary>In a question: answer to me alone (RFC 6762 §5.4).</summary>
    private const int UnicastResponse = 0x8000;

    private const int AuthoritativeResponse = 0x8400;

    /// <exception cref="ArgumentException">A label has more than 63 bytes, or a record is of an unknown kind.</exception>
    public static byte[] Encode(DnsMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var output = new ArrayBufferWriter<byte>();
        foreach (var number in (int[])[message.Id, message.IsResponse ? AuthoritativeResponse : 0, message.Questions.Count, message.Records.Count, 0, 0])
            UInt16(output, number);
        foreach (var question in message.Questions)
        {
            Name(output, question.Name);
            UInt16(output, (int)question.Type);
            UInt16(output, ClassInternet | UnicastResponse);
        }

        foreach (var record in message.Records)
        {
            var (type, data) = Data(record);
            Name(output, record.Name);
            UInt16(output, (int)type);
            UInt16(output, ClassInternet);
            BinaryPrimitives.WriteUInt32BigEndian(output.GetSpan(4), record.TimeToLive);
            output.Advance(4);
            UInt16(output, data.Length);
            output.Write(data);
        }

        return output.WrittenSpan.ToArray();
    }

    private static (DnsType Type, byte[] Data) Data(DnsRecord record)
    {
        var data = new ArrayBufferWriter<byte>();
        switch (record)
        {
            case DnsPointer pointer:
                Name(data, pointer.Target);
                return (DnsType.Pointer, data.WrittenSpan.ToArray());
            case DnsService service:
                UInt16(data, 0);
                UInt16(data, 0);
                UInt16(data, service.Port);
                Name(data, service.Host);
                return (DnsType.Service, data.WrittenSpan.ToArray());
            case DnsText text:
                foreach (var line in text.Strings)
                    Sized(data, line, byte.MaxValue);
                return (DnsType.Text, data.WrittenSpan.ToArray());
            case DnsAddress address:
                return (address.Address.AddressFamily == AddressFamily.InterNetwork ? DnsType.Address : DnsType.Address6, address.Address.GetAddressBytes());
            default:
                throw new ArgumentException($"{record.GetType().Name} is no record that is written.", nameof(record));
        }
    }

    private static void Name(ArrayBufferWriter<byte> output, DnsName name)
    {
        foreach (var label in name.Labels)
            Sized(output, label, 63);
        output.Write<byte>([0]);
    }

    private static void Sized(ArrayBufferWriter<byte> output, string text, int most)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > most)
            throw new ArgumentException($"'{text}' has {bytes.Length} bytes, more than {most}.", nameof(text));
        output.Write<byte>([(byte)bytes.Length]);
        output.Write(bytes);
    }

    private static void UInt16(ArrayBufferWriter<byte> output, int value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(output.GetSpan(2), checked((ushort)value));
        output.Advance(2);
    }
}
