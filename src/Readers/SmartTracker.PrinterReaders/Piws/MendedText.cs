using System.Buffers;
using System.Text;

namespace SmartTracker.PrinterReaders.Piws;

/// <summary>Letters that no XML may hold: bytes of another character set than UTF-8, and control characters. They come with names of users and jobs, and one
/// of them would hide every job behind it.</summary>
internal static class MendedText
{
    private static readonly SearchValues<byte> Allowed = SearchValues.Create([.. Enumerable.Range(0x20, 0xE0).Select(value => (byte)value), (byte)'\t', (byte)'\r', (byte)'\n']);

    /// <summary>The document with such bytes read as ISO 8859-1 and control characters replaced; null where it holds none.</summary>
    public static byte[]? Of(ReadOnlySpan<byte> document)
    {
        // UTF-16 looks like nothing but control characters, and says itself what it is.
        if (document is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, ..] or [_, 0, ..])
            return null;
        if (document.IndexOfAnyExcept(Allowed) < 0 && System.Text.Unicode.Utf8.IsValid(document))
            return null;

        var mended = new ArrayBufferWriter<byte>(document.Length + document.Length / 8);
        while (!document.IsEmpty)
        {
            var isLetter = Rune.DecodeFromUtf8(document, out var rune, out var consumed) == OperationStatus.Done;
            var letter = !isLetter ? new Rune((char)document[0]) : Rune.IsControl(rune) && rune.Value < ' ' && rune.Value is not ('\t' or '\r' or '\n') ? Rune.ReplacementChar : rune;
            mended.Advance(letter.EncodeToUtf8(mended.GetSpan(4)));
            document = document[(isLetter ? consumed : 1)..];
        }

        return mended.WrittenSpan.ToArray();
    }
}
