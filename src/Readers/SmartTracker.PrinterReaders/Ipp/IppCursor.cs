using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SmartTracker.PrinterReaders.Ipp;

/// <summary>What the last whole job list showed, so that the next one can be told from a list that began anew.
/// Written as <c>printer.seen.up.booted.number.restarts</c>, times in seconds since 1970.</summary>
/// <param name="Printer">Of whom, see <see cref="PrinterKey"/>: another device at the address begins at the beginning.</param>
/// <param name="SeenAt">When, by our clock.</param>
/// <param name="UpTime">How long the printer had been on then.</param>
/// <param name="BootedAt">When the printer was switched on, by our clock: kept, because working it out anew would shift every time by a second or two.</param>
/// <param name="JobNumber">The youngest job's, 0 for none.</param>
/// <param name="Restarts">Moments between a job and a younger one with a lower number, oldest first.</param>
internal sealed record IppCursor(string Printer, long SeenAt, int UpTime, long BootedAt, int JobNumber, IReadOnlyList<long> Restarts)
{
    /// <summary>More than any printer is reset; keeps the text short.</summary>
    public const int MostRestarts = 50;

    public static string PrinterKey(string? serialNumber) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(serialNumber ?? "")))[..8];

    /// <summary>Null also for text that is no cursor of ours: then the list counts as the first, which changes nothing about jobs that are known.</summary>
    public static IppCursor? Parse(string? text)
    {
        if (text?.Split('.') is not [var printer, var seen, var up, var booted, var number, var restarts])
            return null;
        var moments = restarts.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Seconds).ToList();
        return Seconds(seen) is { } seenAt && Seconds(booted) is { } bootedAt
            && Seconds(up) is { } upTime and >= 0 and <= int.MaxValue && Seconds(number) is { } job and >= 0 and <= int.MaxValue
            && moments.Count <= MostRestarts && moments.TrueForAll(moment => moment is not null)
            ? new IppCursor(printer, seenAt, (int)upTime, bootedAt, (int)job, [.. moments.Select(moment => moment!.Value)])
            : null;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Printer}.{SeenAt}.{UpTime}.{BootedAt}.{JobNumber}.{string.Join(',', Restarts)}");

    private static long? Seconds(string text) =>
        text.Length <= 12 && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;
}
