using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace SmartTracker.Billing.Abstractions;

// Each value goes in with its length, so no two different lists of values make the same bytes. Null has a length of its own.
internal sealed class CanonicalBytes(IncrementalHash hash)
{
    private const int Null = -1;

    public CanonicalBytes Add(string? value)
    {
        Span<byte> length = stackalloc byte[4];
        var bytes = value is null ? [] : Encoding.UTF8.GetBytes(value);
        BinaryPrimitives.WriteInt32BigEndian(length, value is null ? Null : bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
        return this;
    }

    public CanonicalBytes Add(long? value) => Add(value?.ToString(CultureInfo.InvariantCulture));

    public CanonicalBytes Add(Guid value) => Add(value.ToString("D"));

    public CanonicalBytes Add(LocalDate? value) => Add(value is { } date ? LocalDatePattern.Iso.Format(date) : null);

    public CanonicalBytes Add(Instant value) => Add(value.ToUnixTimeTicks());
}
