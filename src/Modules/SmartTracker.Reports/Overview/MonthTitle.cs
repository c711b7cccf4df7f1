using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Reports.Views.Overview;

namespace SmartTracker.Reports.Overview;

/// <summary>The title block of a tenant's overview: which days, how fresh, whose clock, which money.</summary>
public sealed class MonthTitle(Formats formats, Days days, Tenant tenant, MenuLinks links, IStringLocalizer<Texts> texts, IReceivedInvoices? bills = null)
{
    public async Task<IReadOnlyList<TitleCell>> GetAsync(MonthFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        List<TitleCell> cells =
        [
            new(texts["Period"], days.Period(figures.Month)),
            AsOf(figures.Printers ?? []),
            new(texts["Time zone"], tenant.TimeZone.Id),
            new(texts["Currency"], tenant.Currency.Code, texts["internal cost"]),
        ];
        if (bills is not null && await links.FindAsync("~/bills") is { } page)
            cells.Add(LastBill(figures.LastBill, page));
        return cells;
    }

    private TitleCell AsOf(IReadOnlyList<PrinterSummary> printers) => printers.Max(printer => printer.LastContactAt) is { } last
        ? new TitleCell(texts["As of"], formats.DateTime(last), texts["{0} of {1} printers answered", formats.Count(printers.Count(Answers)), formats.Count(printers.Count)])
        : new TitleCell(texts["As of"], texts["not read"]);

    private static bool Answers(PrinterSummary printer) => printer is { Problem: null, LastContactAt: not null };

    private TitleCell LastBill(InvoiceContent? bill, string page) => bill is null
        ? new TitleCell(texts["Last bill"], texts["none yet"])
        : new TitleCell(texts["Last bill"], formats.Month(bill.Period), texts["{0}, {1} gross", bill.Number, formats.Money(bill.Gross)], $"{page}/{bill.Id}");
}
