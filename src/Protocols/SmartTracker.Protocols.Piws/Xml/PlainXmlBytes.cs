using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace SmartTracker.Protocols.Piws.Xml;

/// <summary>A window on a document. Every byte in it has been checked: UTF-8, and only characters that XML knows.</summary>
internal sealed class PlainXmlBytes(Stream stream, long mostBytes)
{
    /// <summary>Longer texts, tags and comments than any printer writes are left to XmlReader.</summary>
    private const int LongestPart = 1024 * 1024;

    private static readonly SearchValues<byte> NoCharacters = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Where(code => code is not ('\t' or '\n' or '\r')).Select(code => (byte)code)]);

    /// <summary>Begins U+FFC0 to U+FFFF; XML knows all of them but two, and printers write none.</summary>
    private static ReadOnlySpan<byte> LastOfPlane => [0xEF, 0xBF];

    private byte[] _window = new byte[64 * 1024];
    private int _at;
    private int _checked;
    private int _end;
    private long _read;

    /// <summary>What is at hand of the part that was not taken yet. Moves with <see cref="Fill"/>.</summary>
    public ReadOnlySpan<byte> Rest => _window.AsSpan(_at, _checked - _at);

    /// <summary>Bytes that were taken; there until the next move.</summary>
    /// <param name="after">How many were taken after them.</param>
    public ReadOnlySpan<byte> Before(int after, int length) => _window.AsSpan(_at - after - length, length);

    public void Take(int length) => _at += length;

    /// <summary>Looks at this many bytes or more.</summary>
    public ReadOnlySpan<byte> Need(int length)
    {
        while (_checked - _at < length)
            FillOrEnd();
        return Rest;
    }

    /// <summary>Takes what lies before the mark, which may be nothing.</summary>
    public ReadOnlySpan<byte> Until(byte mark)
    {
        int length;
        while ((length = Rest.IndexOf(mark)) < 0)
            FillOrEnd();
        Take(length);
        return Before(0, length);
    }

    /// <inheritdoc cref="Until(byte)"/>
    public ReadOnlySpan<byte> Until(ReadOnlySpan<byte> mark)
    {
        int length;
        while ((length = Rest.IndexOf(mark)) < 0)
            FillOrEnd();
        Take(length);
        return Before(0, length);
    }

    /// <summary>Takes what lies before the mark, and the mark.</summary>
    public ReadOnlySpan<byte> Through(byte mark)
    {
        var length = Until(mark).Length + 1;
        Take(1);
        return Before(0, length);
    }

    /// <returns>False at the end of the document.</returns>
    public bool Fill()
    {
        _window.AsSpan(_at, _end - _at).CopyTo(_window);
        (_at, _checked, _end) = (0, _checked - _at, _end - _at);
        if (_end == _window.Length)
            Array.Resize(ref _window, _end < LongestPart ? 2 * _end : throw new NotPlainXmlException());

        var read = stream.Read(_window.AsSpan(_end));
        _read += read;
        if (_read > mostBytes || (read == 0 && _checked < _end))
            throw new NotPlainXmlException();
        _end += read;
        Check();
        return read > 0;
    }

    private void FillOrEnd()
    {
        if (!Fill())
            throw new NotPlainXmlException();
    }

    private void Check()
    {
        var whole = _end - HalfCharacter(_window.AsSpan(_checked, _end - _checked));
        var fresh = _window.AsSpan(_checked, whole - _checked);
        if (fresh.ContainsAny(NoCharacters) || (!Ascii.IsValid(fresh) && (!Utf8.IsValid(fresh) || fresh.IndexOf(LastOfPlane) >= 0)))
            throw new NotPlainXmlException();
        _checked = whole;
    }

    /// <summary>How many bytes at the end are the beginning of a character.</summary>
    private static int HalfCharacter(ReadOnlySpan<byte> utf8)
    {
        for (var back = 1; back <= Math.Min(3, utf8.Length); back++)
        {
            var lead = utf8[^back];
            if (lead < 0x80)
                return 0;
            if (lead >= 0xC0)
                return back < (lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2) ? back : 0;
        }

        return 0;
    }
}
