using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace SmartTracker.Shell.Data;

/// <summary>Writes rows in PostgreSQL's binary format (its manual, COPY, "Binary Format") and sends them in large pieces. For a million rows half as
/// much work as going through parameters.</summary>
internal sealed class PostgresCopy(Stream stream)
{
    private const int PieceSize = 64 * 1024;
    private const int NoValue = -1;

    private static readonly long Epoch = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;
    private static readonly int EpochDay = new DateOnly(2000, 1, 1).DayNumber;

    private readonly ArrayBufferWriter<byte> _piece = new(2 * PieceSize);

    /// <summary>Whether it is time to send.</summary>
    public bool IsFull => _piece.WrittenCount >= PieceSize;

    public void Begin()
    {
        _piece.Write<byte>([.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8]);
        // No flags, no extension.
        Number(0);
        Number(0);
    }

    public void Row(int columns) => Short((short)columns);

    public void End() => Short(-1);

    public void Null() => Number(NoValue);

    public void Value(int value)
    {
        Number(sizeof(int));
        Number(value);
    }

    public void Value(long value)
    {
        Number(sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(_piece.GetSpan(sizeof(long)), value);
        _piece.Advance(sizeof(long));
    }

    public void Value(bool value) => Value([(byte)(value ? 1 : 0)]);

    /// <summary>Microseconds since 2000.</summary>
    public void Value(DateTime value) => Value((value.Ticks - Epoch) / TimeSpan.TicksPerMicrosecond);

    /// <summary>Days since 2000.</summary>
    public void Value(DateOnly value) => Value(value.DayNumber - EpochDay);

    public void Value(Guid value)
    {
        Number(16);
        value.TryWriteBytes(_piece.GetSpan(16), bigEndian: true, out var written);
        _piece.Advance(written);
    }

    public void Value(string value)
    {
        var room = _piece.GetSpan(sizeof(int) + Encoding.UTF8.GetMaxByteCount(value.Length));
        var length = Encoding.UTF8.GetBytes(value, room[sizeof(int)..]);
        BinaryPrimitives.WriteInt32BigEndian(room, length);
        _piece.Advance(sizeof(int) + length);
    }

    public void Value(ReadOnlySpan<byte> value)
    {
        Number(value.Length);
        _piece.Write(value);
    }

    public async Task SendAsync(CancellationToken cancellationToken)
    {
        await stream.WriteAsync(_piece.WrittenMemory, cancellationToken);
        _piece.ResetWrittenCount();
    }

    private void Number(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(_piece.GetSpan(sizeof(int)), value);
        _piece.Advance(sizeof(int));
    }

    private void Short(short value)
    {
        BinaryPrimitives.WriteInt16BigEndian(_piece.GetSpan(sizeof(short)), value);
        _piece.Advance(sizeof(short));
    }
}
