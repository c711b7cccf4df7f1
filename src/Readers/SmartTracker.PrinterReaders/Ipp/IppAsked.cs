namespace SmartTracker.PrinterReaders.Ipp;

/// <summary>What an answer answers: stands as fragment in its path, because all operations go to one path. A job list also names the cursor
/// that was known when it was asked for, so that it can be read again the same way.</summary>
internal static class IppAsked
{
    public const string Printer = "Get-Printer-Attributes";
    public const string State = "Get-Printer-Attributes/state";
    public const string Job = "Get-Job-Attributes";
    private const string Jobs = "Get-Jobs";

    public static string JobsAfter(string? cursor) => IppCursor.Parse(cursor) is { } known ? $"{Jobs}={known}" : Jobs;

    public static bool Is(RawAnswer answer, string what) => answer.Path.EndsWith('#' + what, StringComparison.Ordinal);

    public static bool IsJobs(RawAnswer answer) => answer.Path.Contains('#' + Jobs, StringComparison.Ordinal);

    public static IppCursor? CursorOf(RawAnswer answer) => IppCursor.Parse(answer.Path[(answer.Path.IndexOf('=', StringComparison.Ordinal) + 1)..]);
}
