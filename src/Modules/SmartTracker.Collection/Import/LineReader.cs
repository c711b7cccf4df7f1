using System.Text.Unicode;

namespace SmartTracker.Collection.Import;

/// <summary>Cuts a stream into records that end with a line feed, holding no more than one at a time beside a buffer.</summary>
/// <param name="quoted">Line feeds between double quotes belong to the record (CSV).</param>
internal sealed class LineReader(Stream stream, bool quoted)
{
    public const int LongestLine = 64 * 1024;

    // What TryRead leaves is never longer than the longest line, so there is always as much room for more.
    private readonly byte[] _buffer = new byte[2 * LongestLine];
    private int _start;
    private int _end;
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
    public bool HasRest => _skipping || _start < _end;

    private ReadOnlySpan<byte> Rest => _buffer.AsSpan(_start.._end);

    /// <summary>Reads ahead. False at the end of the document.</summary>
    public async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_isCompleted)
            return false;
        Rest.CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        await ReadAsync(cancellationToken);
        if (!_isStarted)
            await SkipByteOrderMarkAsync(cancellationToken);
        return true;
    }

    /// <summary>The next record in what was read ahead; it is valid until the next call. False asks for <see cref="FillAsync"/>.</summary>
    public bool TryRead(out ReadOnlySpan<byte> record)
    {
        record = default;
        var rest = Rest;
        var end = EndOfRecord(rest, out var linesWithin);
        if (end < 0 && !_isCompleted)
        {
            if (rest.Length > LongestLine)
                SkipAhead();
            return false;
        }

        if (end < 0 && rest.IsEmpty && !_skipping)
            return false;
        IsLast = end < 0;
        var content = IsLast ? rest : rest[..end];
        _start += IsLast ? rest.Length : end + 1;
        RecordLine = _skipping ? _skippedFrom : Line + 1;
        Line += linesWithin + 1;
        record = Take(content);
        return true;
    }

    private ReadOnlySpan<byte> Take(ReadOnlySpan<byte> content)
    {
        Fault = _skipping || content.Length > LongestLine ? $"The line is longer than {LongestLine} bytes" : null;
        _skipping = false;
        if (Fault is not null)
            return default;
        if (content is [.., (byte)'\r'])
            content = content[..^1];
        if (!Utf8.IsValid(content))
            Fault = "The line is not UTF-8";
        return content;
    }

    // A line that nobody can want to read whole: forget its beginning, remember that it is one line.
    private void SkipAhead()
    {
        if (!_skipping)
            _skippedFrom = Line + 1;
        _skipping = true;
        _start = _end;
    }

    private int EndOfRecord(ReadOnlySpan<byte> rest, out int linesWithin)
    {
        linesWithin = 0;
        if (!quoted || _skipping)
            return rest.IndexOf((byte)'\n');

        var isQuoted = false;
        for (var at = 0; rest[at..].IndexOfAny((byte)'"', (byte)'\n') is var found and >= 0; at += found + 1)
        {
            if (rest[at + found] == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted)
                return at + found;
            else
                linesWithin++;
        }

        return -1;
    }

    private async ValueTask SkipByteOrderMarkAsync(CancellationToken cancellationToken)
    {
        var length = "\uFEFF"u8.Length;
        while (_end < length && !_isCompleted)
            await ReadAsync(cancellationToken);
        if (Rest.StartsWith("\uFEFF"u8))
            _start = length;
        _isStarted = true;
    }

    private async ValueTask ReadAsync(CancellationToken cancellationToken)
    {
        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _isCompleted = read == 0;
        _end += read;
    }
}
