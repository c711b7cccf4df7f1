using NodaTime;

namespace SmartTracker.PrinterReaders.Ews;

/// <summary>From the printer's local time to a moment. An hour that the clocks skip or repeat is read leniently: the first of two.</summary>
internal sealed class EwsLocalTime(string? zone, DateTimeOffset receivedAt)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);
    private readonly DateTimeZone _zone = (zone is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone)) ?? DateTimeZone.Utc;

    /// <summary>Null and a problem for a time that cannot be: in the future, or before there were such printers.</summary>
    public DateTimeOffset? Moment(DateTime? local, Action<string, ObservationProblemCode, string?> problem)
    {
        if (local is not { } time)
            return null;
        var moment = LocalDateTime.FromDateTime(time).InZoneLeniently(_zone).ToDateTimeOffset();
        if (PossibleTime.Is(moment, receivedAt, Tolerance))
            return moment;
        problem("PrintedAt", ObservationProblemCode.ImpossibleTime, FormattableString.Invariant($"{time:s} {_zone.Id}"));
        return null;
    }
}
