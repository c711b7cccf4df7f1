namespace SmartTracker.PrinterReaders;

/// <summary>What a printer's calendar cannot truly show: years before there were such printers, as after a battery ran empty, and the future.
/// A job of 2036 would be billed in 2036, one of 1970 never.</summary>
internal static class PossibleTime
{
    private const int FirstYear = 2005;

    /// <param name="tolerance">By how much the printer's clock may be ahead of ours.</param>
    public static bool Is(DateTimeOffset said, DateTimeOffset receivedAt, TimeSpan tolerance) => said.Year >= FirstYear && said - receivedAt <= tolerance;
}
