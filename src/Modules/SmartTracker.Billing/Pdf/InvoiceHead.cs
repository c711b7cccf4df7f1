using System.Globalization;
using SmartTracker.Billing.Abstractions;

namespace SmartTracker.Billing.Pdf;

/// <summary>Who, to whom, which and when: the top of the first page, with the address where a window envelope shows it (DIN 5008, form B).</summary>
internal sealed class InvoiceHead(Sheet sheet, InvoiceContent invoice, InvoiceWords words, InvoiceFormats formats)
{
    private const double FactsLeft = 326;
    private const double FactsLabelWidth = 92;
    private const double AddressTop = 142;
    private const double AddressWidth = 240;

    private static readonly Style Body = new(9.5);
    private static readonly Style Small = new(8, Tone: Tone.Grey);

    public void Draw()
    {
        var y = Issuer();
        y = Math.Max(y, Math.Max(Recipient(), Facts(Math.Max(AddressTop - 8, y + 12))));
        sheet.Y = Math.Max(y + 34, 268);
        sheet.Text(Sheet.Left, sheet.Y, $"{words.Title(invoice.Kind)} {invoice.Number}", new Style(17, Bold: true));
        sheet.Y += 18;
        sheet.Text(Sheet.Left, sheet.Y, string.Format(CultureInfo.InvariantCulture, words.Subject, formats.Month(invoice.Period)), new Style(10.5, Tone: Tone.Grey));
        sheet.Y += 20;
        foreach (var line in Correction().SelectMany(line => TextWrap.Wrap(line, Sheet.Right - Sheet.Left, Body)))
        {
            sheet.Text(Sheet.Left, sheet.Y, line, Body);
            sheet.Y += Body.Leading;
        }
    }

    private IEnumerable<string> Correction()
    {
        if (invoice is { CancelsNumber: { } number, CancelsIssuedOn: { } issuedOn })
            yield return string.Format(CultureInfo.InvariantCulture, words.Cancels, number, formats.Date(issuedOn));
        else if (invoice.Kind == DocumentKind.CreditNote)
            yield return words.MonthGivenBack;
        if (invoice.CancelReason is { } reason)
            yield return string.Format(CultureInfo.InvariantCulture, words.CancelReason, reason);
    }

    private double Issuer()
    {
        var name = new Style(13, Bold: true);
        var y = 58d;
        foreach (var line in TextWrap.Wrap(invoice.Issuer.Name, FactsLeft - Sheet.Left - 20, name))
        {
            sheet.Text(Sheet.Left, y, line, name);
            y += name.Leading;
        }

        var details = 56d;
        foreach (var line in Details().SelectMany(detail => TextWrap.Wrap(detail, Sheet.Right - FactsLeft, Small)))
        {
            sheet.Text(FactsLeft, details, line, Small);
            details += Small.Leading;
        }

        return Math.Max(y, details);
    }

    private IEnumerable<string> Details()
    {
        var issuer = invoice.Issuer;
        foreach (var line in issuer.Address.Split('\n'))
            yield return line;
        if (issuer.Email.Length > 0)
            yield return issuer.Email;
        if (issuer.VatId.Length > 0)
            yield return $"{words.VatId} {issuer.VatId}";
        if (issuer.TaxNumber.Length > 0)
            yield return $"{words.TaxNumber} {issuer.TaxNumber}";
    }

    private double Recipient()
    {
        var sender = new Style(6.5, Tone: Tone.Grey);
        sheet.Text(Sheet.Left, AddressTop, TextWrap.Wrap(invoice.Issuer.Name + " · " + invoice.Issuer.Address.Replace("\n", " · ", StringComparison.Ordinal), AddressWidth, sender)[0], sender);
        var y = AddressTop + 20;
        foreach (var line in TextWrap.Wrap(invoice.Recipient.Name + "\n" + invoice.Recipient.Address, AddressWidth, Body))
        {
            sheet.Text(Sheet.Left, y, line, Body);
            y += Body.Leading;
        }

        return y;
    }

    private double Facts(double y)
    {
        foreach (var (label, value) in FactList())
        {
            sheet.Text(FactsLeft, y, label, Small);
            foreach (var line in TextWrap.Wrap(value, Sheet.Right - FactsLeft - FactsLabelWidth, Body))
            {
                sheet.Text(FactsLeft + FactsLabelWidth, y, line, Body);
                y += 15;
            }
        }

        return y;
    }

    private IEnumerable<(string Label, string Value)> FactList()
    {
        yield return (invoice.Kind == DocumentKind.CreditNote ? words.CreditNoteNumber : words.Number, invoice.Number);
        yield return (words.IssuedOn, formats.Date(invoice.IssuedOn));
        yield return (words.ServicePeriod, $"{formats.Date(invoice.PeriodStart)} – {formats.Date(invoice.PeriodLastDay)}");
        if (invoice.Kind == DocumentKind.Invoice)
            yield return (words.DueOn, formats.Date(invoice.DueOn));
        if (invoice.Recipient.VatId.Length > 0)
            yield return (words.YourVatId, invoice.Recipient.VatId);
    }
}
