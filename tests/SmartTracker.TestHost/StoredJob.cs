using System.Text.Json;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Data;

namespace SmartTracker.TestHost;

/// <summary>A print job as if a collection had stored it, for tests of what reads jobs.</summary>
public static class StoredJob
{
    public static PrintJobRow Row(PrintJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return new PrintJobRow
        {
            Id = job.Id,
            PrinterId = job.PrinterId,
            PrinterSerial = job.PrinterSerial,
            DeviceEpoch = job.DeviceEpoch,
            // Of its own: tests do not number their jobs.
            DeviceJobId = job.Id.ToString(),
            Revision = job.Revision,
            Kind = job.Kind,
            Status = job.Status,
            UserName = job.UserName,
            JobName = job.JobName,
            SubmittedAt = job.SubmittedAt,
            CompletedAt = job.CompletedAt,
            AccountedAt = job.AccountedAt,
            PagesPerCopy = job.PagesPerCopy,
            CopiesPrinted = job.CopiesPrinted,
            Impressions = job.Impressions,
            MediaType = job.MediaType,
            MediaWidthUm = job.MediaWidth?.Micrometres,
            PageAreaMm2 = job.PageArea?.SquareMillimetres,
            MediaAreaMm2 = job.MediaArea?.SquareMillimetres,
            InkNl = job.Ink?.Values.Sum(ink => ink.Nanolitres),
            InkByChannel = job.Ink is null ? null : JsonSerializer.Serialize(job.Ink.ToDictionary(ink => ink.Key, ink => ink.Value.Nanolitres)),
            Figures = "{}",
            FirstSeenAt = job.AccountedAt,
            LastChangedAt = job.AccountedAt,
        };
    }
}
