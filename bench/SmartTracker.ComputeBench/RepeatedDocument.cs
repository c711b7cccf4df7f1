namespace SmartTracker.ComputeBench;

/// <summary>A document as large as one likes that is nowhere as a whole: a beginning, a middle many times over, an end.</summary>
internal sealed class RepeatedDocument(ReadOnlyMemory<byte> beginning, ReadOnlyMemory<byte> middle, ReadOnlyMemory<byte> end, int times) : Stream
{
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => beginning.Length + ((long)middle.Length * times) + end.Length;

    public override long Position
    {
        get => _position;
        set => _position = value;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var part = Part();
        var read = Math.Min(part.Length, buffer.Length);
        part[..read].CopyTo(buffer);
        _position += read;
        return read;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private ReadOnlySpan<byte> Part()
    {
        if (_position < beginning.Length)
            return beginning.Span[(int)_position..];
        var inside = _position - beginning.Length;
        return inside < (long)middle.Length * times
            ? middle.Span[(int)(inside % middle.Length)..]
            : end.Span[(int)(inside - ((long)middle.Length * times))..];
    }
}
