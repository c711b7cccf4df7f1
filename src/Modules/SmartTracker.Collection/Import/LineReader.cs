using System.Buffers;
using System.IO.Pipelines;
using System.Text.Unicode;

namespace SmartTracker.Collection.Import;

/// <summary>Cuts a stream into records that end with a line feed, holding no more than one at a time beside a buffer.</summary>
/// <param name="quoted">Line feeds between double quotes belong to the record (CSV).</param>
internal sealed class LineReader(Stream stream, bool quoted)
{
    public const int LongestLine = 64 * 1024;

    private readonly PipeReader _pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 128 * 1024, leaveOpen: true));
    private byte[] _copy = new byte[4096];
    private ReadOnlySequence<byte> _buffer;
    private bool _isStarted;
    private bool _isCompleted;
    private bool _skipping;
    private long _skippedFrom;

    /// <summary>Lines read so far, those within quotes included.</summary>
    public long Line { get; private set; }

    /// <summary>The number of the line on which the last record began.</summary>
    public long RecordLine { get; private set; }

    /// <summary>What was wrong with the last record as such, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>The last record had no line feed behind it: the document ended there.</summary>
    public bool IsLast { get; private set; }

    /// <summary>A record began and its end was not read.</summary>
    public bool HasRest => _skipping || !_buffer.IsEmpty;

    /// <summary>Reads ahead. False at the end of the document.</summary>
    public async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_isCompleted)
            return false;
        if (_isStarted)
            _pipe.AdvanceTo(_buffer.Start, _buffer.End);
        var read = await _pipe.ReadAsync(cancellationToken);
        _buffer = read.Buffer;
        _isCompleted = read.IsCompleted;
        if (!_isStarted)
            SkipByteOrderMark();
        _isStarted = true;
        return true;
    }

    /// <summary>The next record in what was read ahead; it is valid until the next call. False asks for <see cref="FillAsync"/>.</summary>
    public bool TryRead(out ReadOnlySpan<byte> record)
    {
        record = default;
        var end = EndOfRecord(out var lines);
        if (end < 0 && !_isCompleted)
        {
            if (_buffer.Length > LongestLine)
                SkipAhead();
            return false;
        }

        if (end < 0 && _buffer.IsEmpty && !_skipping)
            return false;
        IsLast = end < 0;
        var content = IsLast ? _buffer : _buffer.Slice(0, end);
        _buffer = IsLast ? _buffer.Slice(_buffer.End) : _buffer.Slice(end + 1);
        RecordLine = _skipping ? _skippedFrom : Line + 1;
        Line += lines + 1;
        record = Take(content);
        return true;
    }

    private ReadOnlySpan<byte> Take(ReadOnlySequence<byte> content)
    {
        Fault = _skipping || content.Length > LongestLine ? $"The line is longer than {LongestLine} bytes" : null;
        _skipping = false;
        if (Fault is not null)
            return default;
        var span = Contiguous(content);
        if (span is [.., (byte)'\r'])
            span = span[..^1];
        if (!Utf8.IsValid(span))
            Fault = "The line is not UTF-8";
        return span;
    }

    private ReadOnlySpan<byte> Contiguous(ReadOnlySequence<byte> content)
    {
        if (content.IsSingleSegment)
            return content.FirstSpan;
        if (_copy.Length < content.Length)
            _copy = new byte[LongestLine];
        content.CopyTo(_copy);
        return _copy.AsSpan(0, (int)content.Length);
    }

    // A line that nobody can want to read whole: forget its beginning, remember that it is one line.
    private void SkipAhead()
    {
        if (!_skipping)
            _skippedFrom = Line + 1;
        _skipping = true;
        _buffer = _buffer.Slice(_buffer.End);
    }

    private long EndOfRecord(out int linesWithin)
    {
        linesWithin = 0;
        if (!quoted || _skipping)
            return _buffer.PositionOf((byte)'\n') is { } found ? _buffer.Slice(0, found).Length : -1;

        var reader = new SequenceReader<byte>(_buffer);
        var isQuoted = false;
        while (reader.TryAdvanceToAny("\"\n"u8, advancePastDelimiter: false))
        {
            reader.TryRead(out var found);
            if (found == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted)
                return reader.Consumed - 1;
            else
                linesWithin++;
        }

        return -1;
    }

    private void SkipByteOrderMark()
    {
        var reader = new SequenceReader<byte>(_buffer);
        if (reader.IsNext("\uFEFF"u8, advancePast: true))
            _buffer = _buffer.Slice(reader.Position);
    }
}
