namespace SmartTracker.Protocols.Piws.Xml;

/// <summary>Passes bytes on and remembers how many there were and how they ended, to tell a cut document from a broken one.</summary>
internal sealed class WatchedStream(Stream inner) : Stream
{
    private const int TailLength = 256;
    private readonly byte[] _tail = new byte[TailLength];

    public long Count { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Count;
        set => throw new NotSupportedException();
    }

    /// <summary>True where the last thing in the stream is the end tag of <paramref name="element"/>, with or without prefix.</summary>
    public bool EndsWithEndOf(string element)
    {
        while (Read(new byte[8192]) > 0)
        {
            // Runs to the end: the reader may have stopped long before it.
        }

        var text = System.Text.Encoding.Latin1.GetString(_tail).Replace("\0", "", StringComparison.Ordinal).TrimEnd();
        return text.EndsWith($":{element}>", StringComparison.Ordinal) || text.EndsWith($"</{element}>", StringComparison.Ordinal);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        Count += read;
        var fresh = buffer[Math.Max(0, read - TailLength)..read];
        _tail.AsSpan(fresh.Length).CopyTo(_tail);
        fresh.CopyTo(_tail.AsSpan(TailLength - fresh.Length));
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
