namespace SmartTracker.Collection.Import;

/// <summary>The fields of one CSV record (RFC 4180).</summary>
/// <param name="unquoted">Room for a field without its quotes; at least as long as the record.</param>
internal ref struct CsvFields(ReadOnlySpan<byte> record, Span<byte> unquoted)
{
    private readonly Span<byte> _unquoted = unquoted;
    private ReadOnlySpan<byte> _rest = record;
    private bool _isAtEnd;

    /// <summary>A quote was not closed, or text stands beside it.</summary>
    public bool IsBroken { get; private set; }

    public bool TryRead(out ReadOnlySpan<byte> field)
    {
        field = default;
        if (_isAtEnd)
            return false;
        if (_rest is [(byte)'"', ..])
        {
            field = ReadQuoted();
            return true;
        }

        var comma = _rest.IndexOf((byte)',');
        field = comma < 0 ? _rest : _rest[..comma];
        IsBroken = field.Contains((byte)'"');
        Advance(comma);
        return true;
    }

    private ReadOnlySpan<byte> ReadQuoted()
    {
        var length = 0;
        var position = 1;
        while (true)
        {
            var quote = _rest[position..].IndexOf((byte)'"');
            if (quote < 0)
            {
                IsBroken = true;
                _isAtEnd = true;
                return default;
            }

            _rest.Slice(position, quote).CopyTo(_unquoted[length..]);
            length += quote;
            position += quote + 1;
            if (position >= _rest.Length || _rest[position] != '"')
                break;
            _unquoted[length++] = (byte)'"';
            position++;
        }

        var isFollowedByText = position < _rest.Length && _rest[position] != ',';
        IsBroken = isFollowedByText;
        Advance(position < _rest.Length && !isFollowedByText ? position : -1);
        return _unquoted[..length];
    }

    private void Advance(int comma)
    {
        _isAtEnd = comma < 0;
        if (!_isAtEnd)
            _rest = _rest[(comma + 1)..];
    }
}
