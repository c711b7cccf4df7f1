using System.Globalization;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Billing.Abstractions;

namespace SmartTracker.Billing.Pdf;

/// <summary>The lines: what was printed where, by what it is charged. Its head is repeated on each page; a line stays whole.</summary>
internal sealed class InvoiceTable(Sheet sheet, InvoiceContent invoice, InvoiceWords words, InvoiceFormats formats)
{
    private const double ServiceLeft = Sheet.Left + 30;
    private const double ServiceWidth = 208;
    private const double QuantityRight = Sheet.Left + 318;
    private const double PriceRight = Sheet.Left + 396;
    private const double Gap = 5;

    private static readonly Style Head = new(8, Tone: Tone.Grey);
    private static readonly Style Name = new(9.5, Bold: true);
    private static readonly Style Detail = new(8.5, Tone: Tone.Grey);
    private static readonly Style Figure = new(8.5);

    public void Draw()
    {
        DrawHead();
        foreach (var line in invoice.Lines.OrderBy(line => line.Position))
            DrawLine(line);
    }

    private void DrawHead()
    {
        sheet.Y += 12;
        sheet.Text(Sheet.Left, sheet.Y, words.Position, Head);
        sheet.Text(ServiceLeft, sheet.Y, words.Service, Head);
        sheet.TextRight(QuantityRight, sheet.Y, words.Quantity, Head);
        sheet.TextRight(PriceRight, sheet.Y, words.UnitPrice, Head);
        sheet.TextRight(Sheet.Right, sheet.Y, words.Amount, Head);
        sheet.Y += 5;
        sheet.Rule(sheet.Y, 0.8);
    }

    private void DrawLine(InvoiceLine line)
    {
        var names = TextWrap.Wrap(words.Line(line, formats), ServiceWidth, Name);
        var delta = LineDelta.Of(invoice, line);
        var charged = delta is null ? ChargedQuantity.Of(invoice.JobsAt(line.Position)) : [];
        var height = names.Count * Name.Leading + (charged.Count + (delta is null ? 1 : 3)) * Detail.Leading + 2 * Gap;
        if (!sheet.Fits(height))
        {
            sheet.NewPage();
            DrawHead();
        }

        var y = sheet.Y + Gap + Name.Size;
        sheet.Text(Sheet.Left, y, formats.Count(line.Position), Figure);
        sheet.TextRight(Sheet.Right, y, formats.Money(line.Net), Name);
        foreach (var name in names)
        {
            sheet.Text(ServiceLeft, y, name, Name);
            y += Name.Leading;
        }

        var jobs = line.JobCount == 1 ? words.OneJob : string.Format(CultureInfo.InvariantCulture, words.Jobs, formats.Count(line.JobCount));
        sheet.Text(ServiceLeft, y, jobs, Detail);
        y += Detail.Leading;
        if (delta is { } difference)
            DrawDelta(difference, y);
        foreach (var quantity in charged)
        {
            DrawQuantity(quantity, new Currency(line.Currency), y);
            y += Detail.Leading;
        }

        sheet.Y += height;
        sheet.Rule(sheet.Y, 0.25);
    }

    private void DrawDelta(LineDelta delta, double y)
    {
        foreach (var (label, amount) in new[] { (words.NewPrice, delta.Now), (words.BilledBefore, -delta.Before) })
        {
            sheet.Text(ServiceLeft, y, label, Detail);
            sheet.TextRight(PriceRight, y, formats.Exact(amount), Figure);
            y += Detail.Leading;
        }
    }

    private void DrawQuantity(ChargedQuantity quantity, Currency currency, double y)
    {
        sheet.Text(ServiceLeft, y, words.Measures[quantity.Measure], Detail);
        sheet.TextRight(QuantityRight, y, formats.Quantity(quantity.Quantity, words.Units[quantity.Measure]), Figure);
        sheet.TextRight(PriceRight, y, formats.Rate(quantity.UnitPrice, currency), Figure);
    }
}
