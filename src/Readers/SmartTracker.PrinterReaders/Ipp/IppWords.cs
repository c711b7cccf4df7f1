using System.Globalization;
using SmartTracker.Protocols.Ipp.Messages;

namespace SmartTracker.PrinterReaders.Ipp;

/// <summary>States of jobs (RFC 8011 §5.3.7).</summary>
internal static class IppWords
{
    public static JobObservationStatus Status(IReadOnlyList<IppAttribute> job, Action<string, ObservationProblemCode, string?> problem)
    {
        switch (job.Integer("job-state"))
        {
            case 3 or 4 or 5 or 6:
                return JobObservationStatus.Pending;
            case 7:
                return JobObservationStatus.Cancelled;
            case 8:
                return JobObservationStatus.Failed;
            case 9:
                return JobObservationStatus.Completed;
            case var other:
                // Neither billed by guess, nor gone.
                problem("job-state", ObservationProblemCode.UnknownWord, other?.ToString(CultureInfo.InvariantCulture));
                return JobObservationStatus.Pending;
        }
    }

    /// <summary>As RFC 8011 names them, with the reasons.</summary>
    public static string Raw(IReadOnlyList<IppAttribute> job)
    {
        var state = job.Integer("job-state") switch
        {
            3 => "pending",
            4 => "pending-held",
            5 => "processing",
            6 => "processing-stopped",
            7 => "canceled",
            8 => "aborted",
            9 => "completed",
            null => "?",
            { } other => other.ToString(CultureInfo.InvariantCulture),
        };
        return job.Texts("job-state-reasons") is { Count: > 0 } reasons ? $"{state}/{string.Join(',', reasons.Take(10))}" : state;
    }
}
