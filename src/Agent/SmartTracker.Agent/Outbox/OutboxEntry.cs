using System.Globalization;

namespace SmartTracker.Agent.Outbox;

/// <summary>A visit that waits. Its file's name says all that is needed without opening it: place in the row, printer, visit, beginning.</summary>
/// <param name="Number">Counts up, whatever the clock does.</param>
public sealed record OutboxEntry(string File, long Number, Guid PrinterId, Guid VisitId, DateTimeOffset StartedAt, long Bytes)
{
    public const string Extension = ".visit";

    public static string NameOf(long number, Guid printer, Guid visit, DateTimeOffset startedAt) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:D12}_{printer:N}_{visit:N}_{startedAt.ToUnixTimeMilliseconds()}{Extension}");

    /// <summary>Null for a file that is no visit of ours.</summary>
    public static OutboxEntry? Parse(FileInfo file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return System.IO.Path.GetFileNameWithoutExtension(file.Name).Split('_') is [var number, var printer, var visit, var started]
            && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            && Guid.TryParseExact(printer, "N", out var printerId)
            && Guid.TryParseExact(visit, "N", out var visitId)
            && long.TryParse(started, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds)
                ? new OutboxEntry(file.FullName, place, printerId, visitId, DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), file.Length)
                : null;
    }
}

/// <summary>How much waits.</summary>
/// <param name="Oldest">Null where nothing waits.</param>
/// <param name="SetAside">Visits that the host refused for good.</param>
public sealed record OutboxSize(int Visits, long Bytes, DateTimeOffset? Oldest, int SetAside);

/// <summary>Where the outbox stands while it writes; a test kills it there.</summary>
public enum OutboxStep
{
    Begun,
    Written,
    Flushed,
    Added,
    MarkWritten,
    Deleted,
}
