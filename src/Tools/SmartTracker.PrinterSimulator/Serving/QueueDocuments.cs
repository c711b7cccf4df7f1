using System.Text.Json;
using SmartTracker.PrinterSimulator.Plan;

namespace SmartTracker.PrinterSimulator.Serving;

internal static class QueueDocuments
{
    public static byte[] Collection(PrinterPlan printer) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        JobQueueCollection = new
        {
            Queue = new
            {
                Name = "PRINT",
                Persistence = "Persistent",
                Type = "Print",
                URI = $"/LFPWebServices/PI/JQ/JobQueue/{printer.QueueId}",
            },
        },
    });
}
