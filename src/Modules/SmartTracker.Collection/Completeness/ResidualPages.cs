using System.Globalization;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.History;
using SmartTracker.Collection.Jobs;
using SmartTracker.Collection.Views.Residuals;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Completeness;

/// <summary>Gathers what a person sees who says what became of the unknown, and reads what he says.</summary>
public sealed class ResidualPages(
    MonthReconciler months, CompletenessPages completeness, ResidualStore residuals, CompletenessWords words, ReasonWords reasons, CollectionPages pages, IPrinterDirectory directory, Formats formats,
    IStringLocalizer<Texts> t)
{
    /// <summary>Null where there is no such printer.</summary>
    public async Task<ResidualPage?> FindAsync(PrinterId id, ResidualForm form, IReadOnlyDictionary<string, string> faults, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await directory.FindAsync(id, cancellationToken) is not { } printer)
            return null;
        var month = completeness.Month(form.Month);
        var counters = await months.CompareAsync(id, month, cancellationToken);
        var booked = await residuals.ListAsync(id, month, cancellationToken);
        return new(
            id, printer.Name, month, PrintJobFilter.Text(month), [.. counters.Select(words.Line)], [.. counters.Where(counter => counter.Open is not (null or 0)).Select(Open)],
            [.. counters.Where(ResidualJobs.IsChargeable).Select(counter => $"{words.Kind(counter.Kind)} {words.Amount(counter.Kind, counter.Open!.Value)}")], [.. booked.Select(Line)],
            await pages.MayAsync(CollectionPermissions.Decide), form, faults);
    }

    /// <summary>What a form says, or what is wrong with it by field.</summary>
    public (ResidualBooking? Booking, Dictionary<string, string> Faults) Read(ResidualForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var faults = new Dictionary<string, string>();
        if (reasons.Fault(form.Reason) is { } unreasoned)
            faults["reason"] = unreasoned;
        if (form.Purpose is not (ResidualPurpose.Maintenance or ResidualPurpose.Absorbed or ResidualPurpose.Disputed))
            faults["purpose"] = t["Choose what it is."];
        var amount = decimal.TryParse(form.Amount, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && form.Counter is { } kind
            ? MeterUnits.Amount(kind, value)
            : null;
        if (amount is null)
            faults["amount"] = t["Write how much of it, as a number."];
        return faults.Count > 0 ? (null, faults) : (new ResidualBooking(form.Counter!.Value, form.Purpose!.Value, amount!.Value), faults);
    }

    /// <summary>By field.</summary>
    public Dictionary<string, string> Word(ResidualFault fault) => new() { [fault is ResidualFault.MoreThanOpen ? "amount" : "purpose"] = Sentence(fault) };

    public string Sentence(ResidualFault fault) => fault switch
    {
        ResidualFault.NoCounter => t["This counter was not read twice in the month."],
        ResidualFault.CounterJumped => t["The counter jumped or was reset, so nobody knows what is missing."],
        ResidualFault.NothingOpen => t["Nothing is open any more."],
        ResidualFault.MoreThanOpen => t["That is not a part of what is open."],
        ResidualFault.JobsSayMore => t["Jobs say more than the counter: that can be borne or disputed only."],
        _ => t["The printer’s serial number is not known yet, so no job can be entered for it."],
    };

    public string Purpose(ResidualPurpose purpose) => purpose switch
    {
        ResidualPurpose.Maintenance => t["Maintenance or test prints"],
        ResidualPurpose.Absorbed => t["The site bears it"],
        ResidualPurpose.Disputed => t["In dispute"],
        _ => t["Charged as a job"],
    };

    private OpenResidual Open(Reconciliation counter) => new(
        counter.Kind, words.Kind(counter.Kind), words.Amount(counter.Kind, counter.Open!.Value),
        MeterUnits.Value(counter.Kind, counter.Open.Value).ToString("0.######", CultureInfo.InvariantCulture), MeterUnits.Name(counter.Kind), counter.Open < 0);

    private BookingLine Line(ResidualBookingRow row) => new(
        row.Id, words.Kind(row.Kind), words.Amount(row.Kind, row.Amount), Purpose(row.Purpose), row.Reason, row.BookedBy, row.BookedAt, row.PrintJobId?.Value,
        row.WithdrawnBy is { } by ? t["Taken back by {0}, {1}", by, formats.DateTime(row.WithdrawnAt!.Value)].Value : null);
}
