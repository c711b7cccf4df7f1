using System.Globalization;
using SmartTracker.Billing.Abstractions;

namespace SmartTracker.Billing.Pdf;

/// <summary>The invoice as a document: A4, in the customer's language. Pure; the same invoice gives the same bytes.</summary>
public static class InvoicePdf
{
    public static byte[] Render(InvoiceContent invoice)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        var words = InvoiceWords.In(invoice.Language);
        return SheetPrinter.Print(Layout(invoice, words), $"{words.Title(invoice.Kind)} {invoice.Number}", invoice.Issuer.Name);
    }

    private static Sheet Layout(InvoiceContent invoice, InvoiceWords words)
    {
        var formats = new InvoiceFormats(invoice.Language);
        var sheet = new Sheet();
        var table = new InvoiceTable(sheet, invoice, words, formats);
        new InvoiceHead(sheet, invoice, words, formats).Draw();
        table.Draw();
        new InvoiceFoot(sheet, invoice, words, formats).Draw();
        sheet.OnEveryPage((page, number, count) => Frame(page, invoice, words, number, count));
        return sheet;
    }

    private static void Frame(Sheet page, InvoiceContent invoice, InvoiceWords words, int number, int count)
    {
        var small = new Style(7.5, Tone: Tone.Grey);
        if (number > 1)
        {
            page.Text(Sheet.Left, 48, $"{words.Title(invoice.Kind)} {invoice.Number}", new Style(9, Bold: true));
            page.TextRight(Sheet.Right, 48, TextWrap.Wrap(invoice.Recipient.Name, 250, new Style(9))[0], new Style(9, Tone: Tone.Grey));
            page.Rule(55, 0.5);
        }

        var bottom = Sheet.Height - 42;
        page.Rule(bottom - 12, 0.5);
        page.Text(Sheet.Left, bottom, TextWrap.Wrap(invoice.Issuer.Name + " · " + invoice.Issuer.Address.Replace("\n", " · ", StringComparison.Ordinal), 370, small)[0], small);
        page.TextRight(Sheet.Right, bottom, string.Format(CultureInfo.InvariantCulture, words.Page, number, count), small);
    }
}
