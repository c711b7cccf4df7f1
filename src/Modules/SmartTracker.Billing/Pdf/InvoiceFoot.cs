using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SmartTracker.Billing.Abstractions;

namespace SmartTracker.Billing.Pdf;

/// <summary>Totals, how to pay, and what to know about the figures.</summary>
internal sealed class InvoiceFoot(Sheet sheet, InvoiceContent invoice, InvoiceWords words, InvoiceFormats formats)
{
    private const double TotalsLeft = Sheet.Left + 210;
    private const double LabelWidth = 96;

    private static readonly Style Body = new(9.5);
    private static readonly Style Bold = new(11, Bold: true);
    private static readonly Style Note = new(8, Tone: Tone.Grey);

    private bool IsCredit => invoice.Kind == DocumentKind.CreditNote;

    public void Draw()
    {
        Totals();
        Payment();
        Notes();
    }

    private void Totals()
    {
        Room(60 + 15 * invoice.VatTotals.Count);
        sheet.Y += 20;
        Total(words.Net, formats.Money(invoice.Net), Body);
        foreach (var total in invoice.VatTotals)
            Total(string.Format(CultureInfo.InvariantCulture, words.Vat, formats.Percent(total.Rate), formats.Money(total.Net)), formats.Money(total.Tax), Body);
        sheet.Rule(sheet.Y - 8, 0.8, TotalsLeft);
        sheet.Y += 7;
        Total(IsCredit ? words.CreditedGross : words.Gross, formats.Money(invoice.Gross), Bold);
    }

    private void Total(string label, string amount, Style style)
    {
        sheet.Text(TotalsLeft, sheet.Y, label, style);
        sheet.TextRight(Sheet.Right, sheet.Y, amount, style);
        sheet.Y += 15;
    }

    private void Payment()
    {
        var rows = PaymentRows().ToList();
        Room(40 + rows.Count * 14);
        sheet.Y += 22;
        sheet.Text(Sheet.Left, sheet.Y, PaymentText(), new Style(9.5, Bold: true));
        sheet.Y += 17;
        foreach (var (label, value) in rows)
        {
            sheet.Text(Sheet.Left, sheet.Y, label, Note);
            sheet.Text(Sheet.Left + LabelWidth, sheet.Y, value, Body);
            sheet.Y += 14;
        }
    }

    private string PaymentText() => (IsCredit, invoice.GrossMicros) switch
    {
        (true, _) => string.Format(CultureInfo.InvariantCulture, words.GivenBack, formats.Money(invoice.Gross)),
        (false, 0) => words.NothingToPay,
        _ => string.Format(CultureInfo.InvariantCulture, words.PleasePay, formats.Money(invoice.Gross), formats.Date(invoice.DueOn)),
    };

    private IEnumerable<(string Label, string Value)> PaymentRows()
    {
        if (IsCredit || invoice.GrossMicros == 0)
            yield break;
        var issuer = invoice.Issuer;
        if (issuer.BankName.Length > 0)
            yield return (words.Bank, issuer.BankName);
        if (issuer.Iban.Length > 0)
            yield return ("IBAN", string.Join(' ', issuer.Iban.Chunk(4).Select(four => new string(four))));
        if (issuer.Bic.Length > 0)
            yield return ("BIC", issuer.Bic);
        yield return (words.Reference, invoice.Number);
    }

    private void Notes()
    {
        sheet.Y += 12;
        foreach (var note in NoteTexts())
        {
            var lines = TextWrap.Wrap(note, Sheet.Right - Sheet.Left, Note);
            Room(lines.Count * Note.Leading + 4);
            foreach (var line in lines)
            {
                sheet.Y += Note.Leading;
                sheet.Text(Sheet.Left, sheet.Y, line, Note);
            }

            sheet.Y += 3;
        }
    }

    private IEnumerable<string> NoteTexts()
    {
        if (invoice is { ClosedAnywayBecause: { } reason, ClosedAnywayBy: { } by, ClosedAnywayAt: { } at })
        {
            var open = string.Join("; ", invoice.ReadOpenQuestions().Select(Question));
            var day = at.InZone(DateTimeZoneProviders.Tzdb.GetZoneOrNull(invoice.TimeZone) ?? DateTimeZone.Utc).Date;
            yield return string.Format(CultureInfo.InvariantCulture, words.ClosedAnyway, open, by, formats.Date(day), reason);
        }

        var notCharged = invoice.Jobs.Count(job => job.Position == BilledJob.NotCharged);
        if (notCharged > 0)
            yield return notCharged == 1 ? words.OneNotChargedNote : string.Format(CultureInfo.InvariantCulture, words.NotChargedNote, formats.Count(notCharged));
        yield return words.RoundingNote;
        yield return words.EvidenceNote;
    }

    private string Question(OpenQuestion question) => question.Kind switch
    {
        OpenQuestionKind.UnfinishedJobs => string.Format(CultureInfo.InvariantCulture, words.UnfinishedJobs, formats.Count(question.Count)),
        OpenQuestionKind.PrinterNotRead => string.Format(CultureInfo.InvariantCulture, words.PrinterNotRead, question.Subject),
        OpenQuestionKind.PrinterGap => string.Format(CultureInfo.InvariantCulture, words.PrinterGap, question.Subject),
        OpenQuestionKind.NotDelivered => string.Format(CultureInfo.InvariantCulture, words.NotDelivered, question.Subject),
        OpenQuestionKind.MonthNotBilled => string.Format(CultureInfo.InvariantCulture, words.MonthNotBilled, formats.Month(YearMonthPattern.Iso.Parse(question.Subject).Value)),
        _ => throw new InvalidOperationException($"There are no words for {question.Kind}."),
    };

    private void Room(double height)
    {
        if (!sheet.Fits(height))
            sheet.NewPage();
    }
}
