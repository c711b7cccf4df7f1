using SmartTracker.Protocols.Ipp.Messages;

namespace SmartTracker.PrinterReaders.Ipp;

/// <summary>The printer's two clocks against ours: the seconds since it was switched on, and its calendar, which may be wrong.</summary>
internal sealed class IppPrinterClock
{
    private const int Jitter = 5;

    /// <summary>No clock goes wrong by more than one second in so many.</summary>
    private const int QuartzErr = 5000;

    private const int FiveMinutes = 300;

    /// <param name="before">What the last visit knew; its boot time stays as long as the printer was not switched off.</param>
    public IppPrinterClock(IReadOnlyList<IppAttribute> printer, DateTimeOffset receivedAt, IppCursor? before)
    {
        Now = receivedAt.ToUnixTimeSeconds();
        UpTime = printer.Integer("printer-up-time") is { } seconds and > 0 ? seconds : null;
        Told = (printer.First("printer-current-time") as IppDateTime)?.Instant;
        BootedAt = UpTime is not { } up ? null : before is not null && !WasSwitchedOff(before, up) ? before.BootedAt : Now - up;
    }

    /// <summary>Ours, in seconds since 1970, when the printer answered.</summary>
    public long Now { get; }

    /// <summary>Ours, when the printer was switched on; null where it does not count.</summary>
    public long? BootedAt { get; }

    /// <summary>What its calendar showed.</summary>
    public DateTimeOffset? Told { get; }

    /// <summary>Seconds that its calendar is ahead of ours.</summary>
    public long? Ahead => Told?.ToUnixTimeSeconds() - Now;

    public bool CalendarIsRight => Ahead is { } ahead && Math.Abs(ahead) <= FiveMinutes;

    /// <summary>Seconds, null where it does not count.</summary>
    public int? UpTime { get; }

    /// <summary>A moment that the printer gives in seconds since it was switched on. 0 or less is a moment before that (RFC 8011 §5.3.14), and
    /// more than it counts is none of this life either.</summary>
    public long? Moment(int? seconds) => BootedAt is { } booted && seconds > 0 && seconds <= UpTime + Jitter ? booted + seconds : null;

    /// <summary>Then it counted less since the last visit than went by.</summary>
    private bool WasSwitchedOff(IppCursor before, int upTime)
    {
        var since = Now - before.SeenAt;
        return upTime - before.UpTime < since - Jitter - (since / QuartzErr);
    }
}
