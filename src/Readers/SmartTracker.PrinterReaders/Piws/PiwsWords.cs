using SmartTracker.Protocols.Piws.Jobs;

namespace SmartTracker.PrinterReaders.Piws;

/// <summary>The device's words for kinds and states. Captured: Paused/OK and Deleted/Cancelled and Deleted/OK; the others are named by clients.</summary>
internal static class PiwsWords
{
    public static JobObservationKind Kind(PiwsJob job, Action<string, ObservationProblemCode, string?> problem)
    {
        switch (job.Type?.ToUpperInvariant())
        {
            case "PRINT" or null:
                return JobObservationKind.Print;
            case "COPY":
                return JobObservationKind.Copy;
            case "SCAN":
                return JobObservationKind.Scan;
            case "INTERNAL" or "CALIBRATION" or "MAINTENANCE" or "SERVICE":
                return JobObservationKind.Internal;
            default:
                problem("Type", ObservationProblemCode.UnknownWord, job.Type);
                return JobObservationKind.Print;
        }
    }

    /// <summary><c>CompletionStatus</c> is <c>OK</c> from the start, also of a job that waits or was thrown away before it was printed,
    /// so it says something only about jobs that are over.</summary>
    public static JobObservationStatus Status(PiwsJob job, PiwsAmounts amounts, Action<string, ObservationProblemCode, string?> problem)
    {
        switch (job.JobStatus?.ToUpperInvariant())
        {
            case "WAITINGTOPRINT" or "PROCESSING" or "PRINTING" or "PAUSED" or "HELD" or "QUEUED" or "RECEIVING" or "DRYING":
                return JobObservationStatus.Pending;
            case "CANCELLED" or "CANCELED":
                return JobObservationStatus.Cancelled;
            case "ABORTED" or "FAILED" or "ERROR":
                return JobObservationStatus.Failed;
            case "COMPLETED" or "PRINTED":
                return Ended(job, problem);
            case "DELETED":
                // Deleted and OK: printed and then removed from the queue, or removed before anything came out. Where the device says
                // neither, it counts as printed without figures, which everybody sees, and not as cancelled, which nobody would.
                var ended = Ended(job, problem);
                return ended == JobObservationStatus.Completed && amounts.NothingCameOut ? JobObservationStatus.Cancelled : ended;
            default:
                problem("Status/JobStatus", ObservationProblemCode.UnknownWord, job.JobStatus);
                return Ended(job, null) is var told && told != JobObservationStatus.Completed ? told : JobObservationStatus.Pending;
        }
    }

    private static JobObservationStatus Ended(PiwsJob job, Action<string, ObservationProblemCode, string?>? problem)
    {
        switch (job.CompletionStatus?.ToUpperInvariant())
        {
            case "OK" or null:
                return JobObservationStatus.Completed;
            case "CANCELLED" or "CANCELED":
                return JobObservationStatus.Cancelled;
            case "ABORTED" or "FAILED" or "ERROR":
                return JobObservationStatus.Failed;
            default:
                problem?.Invoke("Status/CompletionStatus", ObservationProblemCode.UnknownWord, job.CompletionStatus);
                return JobObservationStatus.Completed;
        }
    }
}
