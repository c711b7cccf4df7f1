using System.Text.Json;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Collection.Abstractions;

namespace SmartTracker.Collection.Data;

public static class PrintJobMapping
{
    public static PrintJob ToPrintJob(PrintJobRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new PrintJob(
            row.Id, row.PrinterId, row.PrinterSerial, row.DeviceEpoch, row.DeviceJobId, row.Revision, row.Kind, row.Status,
            row.UserName, row.JobName, row.SubmittedAt, row.CompletedAt, row.AccountedAt,
            row.PagesPerCopy, row.CopiesPrinted, row.Impressions, row.MediaType,
            row.MediaWidthUm is { } width ? new Length(width) : null,
            row.PageAreaMm2 is { } page ? new Area(page) : null,
            row.MediaAreaMm2 is { } media ? new Area(media) : null,
            Ink(row.InkByChannel));
    }

    private static Dictionary<string, InkVolume>? Ink(string? json) => json is null
        ? null
        : JsonSerializer.Deserialize<Dictionary<string, long>>(json)!.ToDictionary(ink => ink.Key, ink => new InkVolume(ink.Value));
}
