using System.Globalization;
using SmartTracker.Protocols.Piws.Identity;

namespace SmartTracker.PrinterReaders.Piws;

/// <summary>Up to where a queue was read. Written as <c>queue/number</c>.</summary>
internal sealed record PiwsCursor(string Queue, long ModificationNumber)
{
    /// <summary>Null also for text that is no cursor of ours: then everything is read again, which changes nothing.</summary>
    public static PiwsCursor? Parse(string? text) =>
        text?.Split('/') is [var queue, var number]
        && PiwsQueues.IsId(queue)
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var modification)
            ? new PiwsCursor(queue, modification)
            : null;

    /// <summary>What a path of <see cref="SmartTracker.Protocols.Piws.Http.PiwsClient.JobsPath"/> asked for, or null for another path.</summary>
    public static PiwsCursor? OfPath(string path)
    {
        const string Before = "/JQ/JobQueue/";
        const string Between = "/jobs/all?fromModificationNumber=";
        var start = path.IndexOf(Before, StringComparison.Ordinal);
        return start < 0 ? null : Parse(path[(start + Before.Length)..].Replace(Between, "/", StringComparison.Ordinal));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Queue}/{ModificationNumber}");
}
