using NodaTime;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Costing.Abstractions;

namespace SmartTracker.Bills.Tests;

/// <summary>Valid copies of invoices; a test sets only what it is about.</summary>
internal static class Make
{
    public static readonly byte[] Pdf = "%PDF-1.4 the bill"u8.ToArray();

    public static BilledJob Job(InvoiceId invoice, string? jobName = "Lageplan.pdf", int position = 1, string userName = "anna")
    {
        PriceStep[] steps =
        [
            new(StepKind.Usage, Measure.PageArea, null, null, 1.234567m, 4.20m, 5.1851814m, 1_234_567),
            new(StepKind.Rounding, null, null, null, 0m, 0m, -0.0000004m, null),
        ];
        return new BilledJob
        {
            InvoiceId = invoice,
            PrintJobId = PrintJobId.New(),
            Revision = 1,
            Position = position,
            PrintedAt = Instant.FromUtc(2026, 10, 5, 8, 0),
            PrinterName = "Plotter EG",
            PrinterSerial = "CN12345678",
            DeviceJobId = "47102",
            Kind = JobKind.Print,
            Status = position == BilledJob.NotCharged ? PrintJobStatus.Failed : PrintJobStatus.Completed,
            UserName = userName,
            JobName = jobName,
            MediaType = "Coated 130 g",
            Impressions = 1,
            PageAreaMm2 = 1_234_567,
            MediaAreaMm2 = null,
            InkNl = 1_200_000,
            RateCard = "Fläche (2026-01-01)",
            Currency = "EUR",
            AmountMicros = position == BilledJob.NotCharged ? 0 : 5_185_181,
            Steps = PricingJson.Write(position == BilledJob.NotCharged ? [new(StepKind.DeviceError, null, null, null, 0m, 0m, 0m, null)] : steps),
        };
    }

    public static InvoiceContent Bill(string tenant = "nordplan", params string?[] jobNames)
    {
        var id = InvoiceId.New();
        BilledJob[] jobs = jobNames.Length > 0 ? [.. jobNames.Select(name => Job(id, name))] : [Job(id), Job(id, "Fehldruck.pdf", BilledJob.NotCharged)];
        var exact = jobs.Sum(job => job.AmountMicros);
        var net = Money.FromMicros(exact, Currency.Euro).Rounded();
        var tax = new VatRate(1900).TaxOn(net);
        return new InvoiceContent
        {
            Id = id,
            Number = "2026-0007",
            Series = "{year}-{number:0000}",
            SeriesYear = 2026,
            Sequence = 7,
            CustomerTenant = tenant,
            PeriodStart = new LocalDate(2026, 10, 1),
            TimeZone = "Europe/Berlin",
            IssuedOn = new LocalDate(2026, 11, 2),
            DueOn = new LocalDate(2026, 11, 16),
            Language = "de",
            Currency = "EUR",
            Issuer = new Issuer("Plotservice Hansa GmbH", "Kaiserkai 1\n20457 Hamburg", "DE987654321", "", "", "Hansebank", "DE02120300000000202051", ""),
            Recipient = new Recipient("Nordplan Architekten", "Hafenstraße 12\n20457 Hamburg", ""),
            NetMicros = net.Micros,
            TaxMicros = tax.Micros,
            GrossMicros = net.Micros + tax.Micros,
            Lines =
            [
                new InvoiceLine
                {
                    InvoiceId = id, Position = 1, ChargeKey = "p|m", PrinterName = "Plotter EG", MediaType = "Coated 130 g",
                    JobCount = jobs.Count(job => job.Position == 1), Currency = "EUR", VatBasisPoints = 1900, ExactMicros = exact, NetMicros = net.Micros,
                },
            ],
            Jobs = [.. jobs],
        };
    }

    public static InvoiceCopy Copy(InvoiceContent bill) => new(bill, ContentHash.Of(bill), Pdf, ContentHash.OfFile(Pdf));
}
