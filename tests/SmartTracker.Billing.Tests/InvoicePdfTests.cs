using NodaTime;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Domain;
using SmartTracker.Billing.Pdf;
using SmartTracker.Collection.Abstractions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace SmartTracker.Billing.Tests;

public class InvoicePdfTests
{
    [Fact]
    public void It_reads_as_a_german_invoice()
    {
        var text = Read(Make.Invoice(jobs: [Make.Job(1_234_567), Make.Job(mediaType: "Vellum"), Make.Job(status: PrintJobStatus.Failed)]));

        foreach (var expected in new[]
        {
            "Rechnung 2026-0007", "Plotservice Hansa GmbH", "Nordplan Architekten GmbH", "Hafenstraße 12", "02.11.2026", "16.11.2026",
            "01.10.2026 – 31.10.2026", "DE123456789", "Druckleistungen im Oktober 2026", "Plotter EG, Coated 130 g", "1 Druckauftrag", "Seitenfläche",
            "1,235 m²", "4,20 €", "5,19 €", "Summe netto", "Umsatzsteuer 19 % auf 9,39 €", "1,78 €", "11,17 €", "DE02 1203 0000 0000 2020 51", "BYLADEM1001",
            "Seite 1 von 1", "jede Position einmal auf die Währung gerundet", "nicht berechnet",
        })
            Assert.Contains(expected, text.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public void It_reads_as_an_english_invoice_for_an_english_customer()
    {
        var text = Read(Make.Invoice("en", Make.Job(1_234_567))).Replace('\u00a0', ' ');

        foreach (var expected in new[] { "Invoice 2026-0007", "2 Nov 2026", "Page area", "€5.19", "VAT 19 % on €5.19", "Page 1 of 1", "each line is rounded once" })
            Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de", "Rechnungskorrektur CN-2026-0001", "storniert die Rechnung 2026-0007 vom 02.11.2026 vollständig", "Grund: Falscher Monat", "Korrekturbetrag", "6,18 € werden mit offenen Beträgen verrechnet oder erstattet")]
    [InlineData("en", "Credit note CN-2026-0001", "cancels invoice 2026-0007 of 2 Nov 2026 as a whole", "Reason: Falscher Monat", "Amount credited", "€6.18 is set against what you owe or paid back")]
    public void A_credit_note_names_the_invoice_and_the_reason_and_asks_for_no_money(string language, params string[] expected)
    {
        var invoice = Make.Invoice(language, Make.Job(1_234_567));
        var text = Read(Cancellation.Of(
            invoice, "Falscher Monat", InvoiceId.New(), new NumberTaken(Make.Issuer().CreditNoteSeries, 2026, 1), new LocalDate(2026, 11, 3), Make.Issuer(), CustomerBooks.Empty))
            .Replace('\u00a0', ' ').Replace('\n', ' ');

        Assert.All(expected, words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.DoesNotContain("DE02 1203", text, StringComparison.Ordinal);
        Assert.DoesNotContain(language == "de" ? "Bitte überweisen" : "Please pay", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Late_and_changed_jobs_say_why_and_open_questions_say_who_answers_for_them()
    {
        var ledger = new Ledger();
        var job = Make.Job(1_000_000);
        ledger.Put(job);
        ledger.Close(new YearMonth(2026, 10));
        ledger.Put(job with { PageArea = new(3_000_000), Revision = 2 });
        ledger.Put(Make.Job(100_000, mediaType: "Vellum"));
        ledger.Put(Make.Job(accountedAt: Instant.FromUtc(2026, 11, 5, 8, 0)));
        ledger.Put(Make.Job(accountedAt: Instant.FromUtc(2026, 11, 6, 8, 0), status: PrintJobStatus.Pending));

        var text = Read(ledger.Close(new YearMonth(2026, 11))!).Replace('\u00a0', ' ').Replace('\n', ' ');

        foreach (var expected in new[]
        {
            "Vellum, Nachberechnung für Oktober 2026", "Korrektur für Oktober", "Neuer Preis", "12,60 €", "Bereits berechnet", "−4,20 €",
            "nicht beendete Aufträge: 1", "tester am 01.01.2027: The test says so",
        })
            Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_invoice_has_the_same_bytes() =>
        Assert.Equal(Convert.ToHexString(InvoicePdf.Render(Long(80))), Convert.ToHexString(InvoicePdf.Render(Long(80))));

    [Fact]
    public void Each_page_repeats_the_head_of_the_table_and_says_which_it_is()
    {
        using var document = PdfDocument.Open(InvoicePdf.Render(Long(80)));

        Assert.True(document.NumberOfPages > 3);
        foreach (var page in document.GetPages())
        {
            var text = ContentOrderTextExtractor.GetText(page).Replace('\u00a0', ' ');
            Assert.Contains($"Seite {page.Number} von {document.NumberOfPages}", text, StringComparison.Ordinal);
            Assert.Contains("Rechnung 2026-0007", text, StringComparison.Ordinal);
            if (page.Number < document.NumberOfPages)
                Assert.Contains("Einzelpreis", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_letter_lies_outside_the_page()
    {
        using var document = PdfDocument.Open(InvoicePdf.Render(Long(30)));

        Assert.All(document.GetPages().SelectMany(page => page.Letters), letter =>
        {
            Assert.InRange(letter.StartBaseLine.X, 50, Sheet.Right);
            Assert.InRange(letter.EndBaseLine.X, 50, Sheet.Right + 0.5);
            Assert.InRange(letter.StartBaseLine.Y, 30, Sheet.Height - 30);
        });
    }

    [Fact]
    public void Each_line_of_the_invoice_is_printed_once()
    {
        var invoice = Long(80);
        var text = Read(invoice);

        Assert.All(invoice.Lines, line => Assert.Equal(2, text.Split(line.MediaType!, StringSplitOptions.None).Length));
    }

    [Theory]
    [InlineData("Plan 🏗️ final", "Plan ?? final")]
    [InlineData("abc\u202egnp.exe", "abc[U+202E]gnp.exe")]
    [InlineData("tab\there", "tab?here")]
    [InlineData("図面", "??")]
    [InlineData("Gru\u0308n", "Grün")]
    [InlineData("€ ß Ž ł Ω", "€ ß Ž ł Ω")]
    public void What_the_font_cannot_show_is_marked_and_never_stops_the_invoice(string media, string shown)
    {
        var text = Read(Make.Invoice(jobs: Make.Job(mediaType: media)));

        Assert.Contains("Plotter EG, " + shown, text, StringComparison.Ordinal);
    }

    [Fact]
    public void More_letters_than_a_pdf_font_holds_do_not_stop_the_invoice()
    {
        var letters = string.Concat(Enumerable.Range(0x21, 900).Select(code => (char)code));

        Assert.NotEmpty(Read(Make.Invoice(jobs: Make.Job(mediaType: letters))));
    }

    [Fact]
    public void A_name_without_blanks_is_broken_to_fit()
    {
        var name = new string('Q', 120);

        Assert.Equal(120, Read(Make.Invoice(jobs: Make.Job(mediaType: name))).Count(letter => letter == 'Q'));
    }

    private static InvoiceContent Long(int lines) =>
        Make.Invoice(jobs: [.. Enumerable.Range(1, lines).Select(i => Make.Job(i * 12_345, mediaType: $"Medium-{i:000}."))]);

    private static string Read(InvoiceContent invoice)
    {
        using var document = PdfDocument.Open(InvoicePdf.Render(invoice));
        return string.Join('\n', document.GetPages().Select(page => ContentOrderTextExtractor.GetText(page)));
    }
}
