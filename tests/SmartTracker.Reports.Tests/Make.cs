using NodaTime;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Reports.Tests;

internal static class Make
{
    public static readonly string[] Collecting = ["SmartTracker.Printers", "SmartTracker.Collection"];

    public static readonly string[] Rating = [.. Collecting, "SmartTracker.Costing"];

    public const string TwoPrinters = """
        { "name": "Printers", "Printers": [
          { "Name": "Plotter EG", "Address": "https://127.0.0.1:7001", "AdminPassword": "x" },
          { "Name": "Plotter OG", "Address": "https://127.0.0.1:7002", "AdminPassword": "x" } ] }
        """;

    public const string TwoEurosPerSquareMetre = """
        { "name": "CostRules", "CostRules": [
          { "ValidFrom": "2026-01-01", "Currency": "EUR", "Rates": [ { "Measure": "MediaArea", "UnitPrice": "2.00" } ] } ] }
        """;

    public static AnsweringPrinter Answer { get; } = new("SN1", "DesignJet Z9", null, new string('a', 64));

    /// <summary>One line with one job, 100 euros times the month's number, with 19 % VAT.</summary>
    public static InvoiceContent Invoice(string customer, int month)
    {
        var id = InvoiceId.New();
        var net = month * 100_000_000L;
        return new InvoiceContent
        {
            Id = id,
            Number = $"2026-{month:0000}",
            Series = "{year}-{number:0000}",
            SeriesYear = 2026,
            Sequence = month,
            CustomerTenant = customer,
            PeriodStart = new LocalDate(2026, month, 1),
            TimeZone = "Europe/Berlin",
            IssuedOn = new LocalDate(2026, month, 28),
            DueOn = new LocalDate(2026, month, 28).PlusDays(14),
            Language = "en",
            Currency = "EUR",
            Issuer = new Issuer("Provider", "Street 1", "", "1", "", "", "", ""),
            Recipient = new Recipient(customer, "Street 2", ""),
            NetMicros = net,
            TaxMicros = net * 19 / 100,
            GrossMicros = net * 119 / 100,
            Lines =
            [
                new InvoiceLine
                {
                    InvoiceId = id, Position = 1, ChargeKey = "a", PrinterName = "Plotter EG", MediaType = null, JobCount = 1,
                    Currency = "EUR", VatBasisPoints = 1900, ExactMicros = net, NetMicros = net,
                },
            ],
            Jobs =
            [
                new BilledJob
                {
                    InvoiceId = id, PrintJobId = PrintJobId.New(), Revision = 1, Position = 1, PrintedAt = ReportsHost.Now, PrinterName = "Plotter EG",
                    PrinterSerial = "SN1", DeviceJobId = "1", Kind = JobKind.Print, Status = PrintJobStatus.Completed, UserName = null, JobName = null,
                    MediaType = null, Impressions = 1, PageAreaMm2 = null, MediaAreaMm2 = null, InkNl = null, RateCard = "Standard", Currency = "EUR",
                    AmountMicros = net, Steps = "[]",
                },
            ],
        };
    }

    private static int _jobs;

    /// <summary>A finished job at a time in Berlin.</summary>
    public static PrintJob Job(int month, int day, int hour, decimal? squareMetres = 1, decimal? millilitres = 1, PrintJobStatus status = PrintJobStatus.Completed,
        string? user = "k.lorenz", string? media = "Bond", PrinterId? printer = null) => new(
        PrintJobId.New(), printer ?? PrinterId.New(), "SN1", 1, Interlocked.Increment(ref _jobs).ToString(System.Globalization.CultureInfo.InvariantCulture), 1,
        JobKind.Print, status, user, null, null, null,
        new LocalDateTime(2026, month, day, hour, 0).InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).ToInstant(),
        1, 1, 1, media, null, null,
        squareMetres is { } area ? new Area((long)(area * Area.SquareMillimetresPerSquareMetre)) : null,
        millilitres is { } ink ? new Dictionary<string, InkVolume> { ["K"] = new((long)(ink * 1_000_000)) } : null);
}
