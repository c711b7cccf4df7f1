using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace SmartTracker.Billing.Pdf;

/// <summary>Writes a sheet as PDF with its fonts embedded. The same sheet gives the same bytes.</summary>
internal static class SheetPrinter
{
    // PdfPig gives each letter of a font one byte.
    private const int MostLetters = 250;

    public static byte[] Print(Sheet sheet, string title, string author)
    {
        using var document = new PdfDocumentBuilder();
        document.DocumentInformation.Title = title;
        document.DocumentInformation.Author = author;
        document.DocumentInformation.Creator = "SmartTracker";
        document.DocumentInformation.Producer = "SmartTracker";
        var regular = new LetterCase(document.AddTrueTypeFont(FontFace.Regular.Bytes), MostLetters);
        var bold = new LetterCase(document.AddTrueTypeFont(FontFace.Bold.Bytes), MostLetters);
        foreach (var marks in sheet.Pages)
        {
            var page = document.AddPage(PageSize.A4);
            foreach (var mark in marks)
                Print(page, mark, regular, bold);
        }

        return StableFileId.Apply(document.Build());
    }

    private static void Print(PdfPageBuilder page, Mark mark, LetterCase regular, LetterCase bold)
    {
        switch (mark)
        {
            case TextMark { Text.Length: > 0 } text:
                var letters = text.Style.Bold ? bold : regular;
                var shade = (byte)(text.Style.Tone == Tone.Grey ? 0x59 : 0x14);
                page.SetTextAndFillColor(shade, shade, shade);
                page.AddText(letters.Within(text.Text), text.Style.Size, new PdfPoint(text.X, Sheet.Height - text.Y), letters.Font);
                break;
            case RuleMark rule:
                page.SetStrokeColor(0x59, 0x59, 0x59);
                page.DrawLine(new PdfPoint(rule.X, Sheet.Height - rule.Y), new PdfPoint(rule.X + rule.Width, Sheet.Height - rule.Y), rule.Thickness);
                break;
        }
    }

    private sealed class LetterCase(PdfDocumentBuilder.AddedFont font, int room)
    {
        private readonly HashSet<char> _letters = [FontFace.Unprintable];

        public PdfDocumentBuilder.AddedFont Font => font;

        public string Within(string text) => string.Create(text.Length, text, (result, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                result[i] = _letters.Contains(source[i]) || (_letters.Count < room && _letters.Add(source[i])) ? source[i] : FontFace.Unprintable;
        });
    }
}
