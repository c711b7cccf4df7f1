using Microsoft.Extensions.Localization;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Data;
using SmartTracker.Printers.Domain;
using SmartTracker.Printers.Domain.Meters;
using SmartTracker.Printers.Registry;

namespace SmartTracker.Printers.Meters;

/// <summary>Takes down counters of devices that are not on the network. One that went back is never counted by guess: a person says why, and a new life begins.</summary>
public sealed class MeterBook(
    ITenantDatabase database, PrinterStore store, Formats formats, Tenant tenant, TimeProvider time, IStringLocalizer<Texts> t, IManualMeterReads? reads = null)
{
    private const int LongestReason = 500;

    /// <summary>Whether there is a module that keeps counters.</summary>
    public bool IsKept => reads is not null;

    public LocalDate Today => time.Now().InZone(tenant.TimeZone).Date;

    public async Task<IReadOnlyList<ManualMeterRead>> LatestAsync(Printer printer, CancellationToken cancellationToken) =>
        reads is null ? [] : await reads.LatestAsync(Device(printer), cancellationToken);

    /// <returns>Null where there is no such printer without a network; otherwise what stands against it, empty where it is stored.</returns>
    public async Task<IReadOnlyList<DraftFault>?> AddAsync(PrinterId id, MeterEntryForm form, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        await using var transaction = await database.BeginAsync(cancellationToken);
        if (reads is null || await store.LoadAsync(id, cancellationToken) is not { ArchivedAt: null, IsNetworked: false } printer)
            return null;
        var before = await reads.LatestAsync(Device(printer), cancellationToken);
        var at = form.On is { } day ? Instant.Min(LocalDate.FromDateOnly(day).At(LocalTime.Noon).InZoneLeniently(tenant.TimeZone).ToInstant(), time.Now()) : time.Now();
        var entered = form.Entry.Reads(at, by);
        var lower = MeterEntry.Lower(entered, before);
        var faults = Check(form, at, before, lower).ToList();
        if (faults.Count > 0)
            return faults;

        if (lower.Count > 0)
            Change(printer, form, at);
        await store.SaveAsync(cancellationToken);
        await reads.AddAsync(Device(printer), entered, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return [];
    }

    private IEnumerable<DraftFault> Check(MeterEntryForm form, Instant at, IReadOnlyList<ManualMeterRead> before, IReadOnlyList<ManualMeterRead> lower)
    {
        if (form.On is null || LocalDate.FromDateOnly(form.On.Value) > Today)
            yield return new(nameof(form.On), t["Enter the day on which the counters were read, today at the latest."]);
        else if (before.Count > 0 && before.Max(read => read.At) >= at)
            yield return new(nameof(form.On), t["Counters of {0} are stored already. Enter newer ones only.", formats.DateTime(before.Max(read => read.At))]);
        if (form.Entry.IsEmpty)
            yield return new(nameof(form.Impressions), t["Enter at least one counter."]);
        foreach (var field in form.Entry.Unreadable)
            yield return new(field, t["Write a number such as 1234.5, without letters and signs."]);
        if (lower.Count == 0)
            yield break;
        if (form.Kind is null)
            yield return new(nameof(form.Kind), t["A counter stands lower than before. Say what happened to the device; nothing is counted for the time in between."]);
        if (string.IsNullOrWhiteSpace(form.Reason) || form.Reason.Length > LongestReason)
            yield return new(nameof(form.Reason), t["Write down why, in up to {0} characters. It stands in the printer’s history.", LongestReason]);
    }

    private static void Change(Printer printer, MeterEntryForm form, Instant at)
    {
        if (form.Kind == DeviceChangeKind.Exchanged)
            printer.Exchange(string.IsNullOrWhiteSpace(form.NewSerialNumber) ? null : form.NewSerialNumber.Trim(), form.Reason!.Trim(), at);
        else
            printer.Reset(form.Kind == DeviceChangeKind.NewBoard, form.Reason!.Trim(), at);
    }

    private static MeteredDevice Device(Printer printer) => new(printer.Id, printer.SerialNumber ?? printer.Id.ToString(), printer.DeviceEpoch);
}

/// <summary>What a person sends.</summary>
public sealed class MeterEntryForm
{
    public DateOnly? On { get; set; }
    public string? Impressions { get; set; }
    public string? SquareMetres { get; set; }
    public string? Metres { get; set; }

    /// <summary>Only where a counter went back.</summary>
    public DeviceChangeKind? Kind { get; set; }

    public string? Reason { get; set; }
    public string? NewSerialNumber { get; set; }

    internal MeterEntry Entry => new(Impressions, SquareMetres, Metres);
}
