using System.Globalization;
using System.Text;
using SmartTracker.Abstractions.Presentation;
using UglyToad.PdfPig.Fonts.TrueType;
using UglyToad.PdfPig.Fonts.TrueType.Parser;

namespace SmartTracker.Billing.Pdf;

/// <summary>A vendored TrueType font: its bytes, how wide its letters are, and which it has.</summary>
internal sealed class FontFace
{
    /// <summary>Stands where the font has no letter.</summary>
    public const char Unprintable = '?';

    private readonly TrueTypeFont _font;
    private readonly double _unitsPerEm;

    private FontFace(string resource)
    {
        using var stream = typeof(FontFace).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The font {resource} is not embedded.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        Bytes = copy.ToArray();
        _font = TrueTypeFontParser.Parse(new TrueTypeDataBytes(Bytes));
        _unitsPerEm = _font.GetUnitsPerEm();
    }

    public static FontFace Regular { get; } = new("SmartTracker.Billing.Pdf.Fonts.LiberationSans-Regular.ttf");

    public static FontFace Bold { get; } = new("SmartTracker.Billing.Pdf.Fonts.LiberationSans-Bold.ttf");

    public byte[] Bytes { get; }

    /// <summary>The text in letters that the font has, one char each; what hides or reorders is its code, everything else a visible mark.</summary>
    public string Printable(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in VisibleText.Of(text).Normalize(NormalizationForm.FormC).EnumerateRunes())
            result.Append(rune.IsBmp && IsVisible(rune) && Has((char)rune.Value) ? (char)rune.Value : Unprintable);
        return result.ToString();
    }

    /// <summary>In points. The text must be printable.</summary>
    public double Width(string text, double size)
    {
        var units = 0d;
        foreach (var letter in text)
            units += _font.TryGetAdvanceWidth(letter, out var width) ? width : 0;
        return units / _unitsPerEm * size;
    }

    private bool Has(char letter) => _font.WindowsUnicodeCMap is { } map && map.CharacterCodeToGlyphIndex(letter) > 0;

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

}
