using NodaTime;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Domain;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Billing.Tests;

/// <summary>Valid objects; a test sets only what it is about.</summary>
internal static class Make
{
    public static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    public static readonly PrinterId Printer = PrinterId.From(new Guid("01900000-0000-7000-8000-000000000001"));
    public static readonly VatRate Vat19 = new(1900);

    public static BillingMonth October { get; } = new(new YearMonth(2026, 10), Berlin);

    public static PrintJob Job(
        long pageAreaMm2 = 1_000_000,
        PrintJobStatus status = PrintJobStatus.Completed,
        JobKind kind = JobKind.Print,
        PrinterId? printer = null,
        string? mediaType = "Coated 130 g",
        Instant? accountedAt = null,
        string? jobName = "Lageplan.pdf",
        PrintJobId? id = null) => new(
            id ?? PrintJobId.New(), printer ?? Printer, "CN12345678", 1, "job-1", 1, kind, status, "anna", jobName,
            null, null, accountedAt ?? Instant.FromUtc(2026, 10, 5, 8, 0), 1, 1, 1, mediaType, Length.FromMillimetres(914),
            new Area(pageAreaMm2), new Area(pageAreaMm2), new Dictionary<string, InkVolume> { ["K"] = new(1_200_000) });

    public static RateCard Card(decimal perSquareMetre = 4.20m, LocalDate? validFrom = null, string currency = "EUR") =>
        new("Standard", validFrom ?? new LocalDate(2026, 1, 1), new PriceList(new Currency(currency), [new Rate(Measure.PageArea, perSquareMetre)]));

    public static Customer Customer(string language = "de", params RateCard[] cards) =>
        new("nordplan", new Recipient("Nordplan Architekten GmbH", "Hafenstraße 12\n20457 Hamburg", "DE123456789"), language, null, null, cards.Length > 0 ? cards : [Card()]);

    public static IssuerTerms Issuer() => new(
        new Issuer("Plotservice Hansa GmbH", "Kaiserkai 1\n20457 Hamburg", "DE987654321", "27/123/45678", "rechnung@plotservice.example",
            "Hansebank Hamburg", "DE02120300000000202051", "BYLADEM1001"),
        Vat19, 14, new NumberSeries("{year}-{number:0000}"), new NumberSeries("CN-{year}-{number:0000}"));

    public static JobsOfMonth Month(params PrintJob[] jobs) => new(October, jobs, [], [Knowledge()]);

    /// <summary>A printer whose jobs are known until after October.</summary>
    public static PrinterKnowledge Knowledge(string name = "Plotter EG") => new(Printer, name, false, October.Interval.End, []);

    public static MonthDraft Draft(params PrintJob[] jobs) => Draft(Month(jobs), Customer());

    public static MonthDraft Draft(JobsOfMonth month, Customer customer, CustomerBooks? books = null, params string[] undelivered) =>
        MonthRating.Draft(month, customer, Vat19, books ?? CustomerBooks.Empty, undelivered);

    public static InvoiceContent Invoice(string language = "de", params PrintJob[] jobs) =>
        ((InvoiceDraft)Draft(jobs.Length > 0 ? jobs : [Job()])).Issue(
            InvoiceId.From(new Guid("01900000-0000-7000-8000-00000000abcd")),
            new NumberTaken(Issuer().Series, 2026, 7), new LocalDate(2026, 11, 2), Customer(language), Issuer());
}
