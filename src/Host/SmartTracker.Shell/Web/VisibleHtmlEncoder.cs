using System.Text.Encodings.Web;
using System.Text.Unicode;
using SmartTracker.Abstractions.Presentation;

namespace SmartTracker.Shell.Web;

/// <summary>Escapes what is markup and, as every page shows names that devices sent, makes characters visible that would not show.
/// Umlauts and the euro sign are text.</summary>
internal sealed class VisibleHtmlEncoder : HtmlEncoder
{
    private static readonly HtmlEncoder Markup = Create(UnicodeRanges.All);

    public override int MaxOutputCharactersPerInputCharacter => Math.Max(Markup.MaxOutputCharactersPerInputCharacter, VisibleText.LongestCode);

    public override bool WillEncode(int unicodeScalar) => VisibleText.IsHidden(unicodeScalar) || Markup.WillEncode(unicodeScalar);

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var markup = Markup.FindFirstCharacterToEncode(text, textLength);
        var hidden = VisibleText.IndexOfHidden(new ReadOnlySpan<char>(text, markup < 0 ? textLength : markup));
        return hidden < 0 ? markup : hidden;
    }

    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        if (!VisibleText.IsHidden(unicodeScalar))
            return Markup.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);
        var code = VisibleText.Code(unicodeScalar);
        numberOfCharactersWritten = code.TryCopyTo(new Span<char>(buffer, bufferLength)) ? code.Length : 0;
        return numberOfCharactersWritten > 0;
    }
}
