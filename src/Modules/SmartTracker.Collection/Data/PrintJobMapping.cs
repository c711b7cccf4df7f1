using System.Text.Json;
using NodaTime;
using SmartTracker.Abstractions.Quantities;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Domain;

namespace SmartTracker.Collection.Data;

public static class PrintJobMapping
{
    public static PrintJob ToPrintJob(PrintJobRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return ToPrintJob(row, row.InkByChannel is null ? null : JsonSerializer.Deserialize<SortedList<string, long>>(row.InkByChannel));
    }

    /// <param name="ink">What the row says as JSON.</param>
    public static PrintJob ToPrintJob(PrintJobRow row, SortedList<string, long>? ink)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new PrintJob(
            row.Id, row.PrinterId, row.PrinterSerial, row.DeviceEpoch, row.DeviceJobId, row.Revision, row.Kind, row.Status,
            row.UserName, row.JobName, row.SubmittedAt, row.CompletedAt, row.AccountedAt,
            row.PagesPerCopy, row.CopiesPrinted, row.Impressions, row.MediaType,
            row.MediaWidthUm is { } width ? new Length(width) : null,
            row.PageAreaMm2 is { } page ? new Area(page) : null,
            row.MediaAreaMm2 is { } media ? new Area(media) : null,
            ink?.ToDictionary(channel => channel.Key, channel => new InkVolume(channel.Value)));
    }

    public static PrintJobRow NewRow(JobOrigin origin, string deviceJobId, JobHistory history)
    {
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(history);
        var row = new PrintJobRow
        {
            Id = PrintJobId.New(),
            PrinterId = origin.PrinterId,
            PrinterSerial = origin.SerialNumber,
            DeviceEpoch = origin.DeviceEpoch,
            DeviceJobId = deviceJobId,
            Source = origin.Source,
            Figures = "",
            ImportId = history.Sightings.Count == 1 ? origin.ImportId : null,
        };
        Apply(history, row);
        return row;
    }

    /// <summary>Writes what all sightings of a job come to into its row.</summary>
    public static void Apply(JobHistory history, PrintJobRow row)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(row);
        var figures = history.Current;
        row.Revision = history.Revision;
        row.Kind = figures.Kind;
        row.Status = figures.Status;
        row.UserName = figures.UserName;
        row.JobName = figures.JobName;
        row.SubmittedAt = At(figures.SubmittedAt);
        row.CompletedAt = At(figures.CompletedAt);
        row.AccountedAt = history.AccountedAt;
        row.PagesPerCopy = figures.PagesPerCopy;
        row.CopiesPrinted = figures.CopiesPrinted;
        row.Impressions = figures.Impressions;
        row.MediaType = figures.MediaType;
        row.MediaWidthUm = figures.MediaWidthUm;
        row.PageAreaMm2 = figures.PageAreaMm2;
        row.MediaAreaMm2 = figures.MediaAreaMm2;
        row.InkNl = figures.InkTotalNl;
        row.InkByChannel = figures.InkNl is null ? null : JsonSerializer.Serialize(figures.InkNl, JobFiguresJson.Default.SortedListStringInt64);
        row.Figures = history.Json;
        row.FirstSeenAt = history.FirstSeenAt;
        row.LastChangedAt = history.LastChangedAt;
    }

    private static Instant? At(DateTimeOffset? time) => time is { } value ? Instant.FromDateTimeOffset(value) : null;
}
