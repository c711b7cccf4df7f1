using NodaTime;

namespace SmartTracker.Printers.Domain.Checklist;

/// <summary>What is set on the device itself: proxy, firmware, clock.</summary>
internal static class DeviceRules
{
    private static readonly Duration Year = Duration.FromDays(365);

    // Within it times of jobs are as good as ours.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(2);

    // All zones of the world are whole quarters of an hour apart, and none further than 14 hours.
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan SmallestZone = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LargestZone = TimeSpan.FromHours(14);

    public static Finding WebProxy(ReadinessFacts facts) => facts.Answers.GetValueOrDefault(PrinterQuestion.WebProxy) switch
    {
        { Answer: PrinterQuestions.None } answer => Proxy(ReadinessResult.Passed, FindingCase.NoProxy, answer.AnsweredBy, answer.AnsweredAt),
        { Answer: PrinterQuestions.Proved } answer => Proxy(ReadinessResult.Passed, FindingCase.ProxyProved, answer.AnsweredBy, answer.AnsweredAt),
        { Answer: PrinterQuestions.Unproved } answer => Proxy(ReadinessResult.Advice, FindingCase.ProxyUnproved, answer.AnsweredBy, answer.AnsweredAt),
        _ => Proxy(ReadinessResult.Open, FindingCase.ProxyNotAnswered),
    };

    public static Finding Firmware(ReadinessFacts facts)
    {
        if (facts.Printer is not { Firmware: { } firmware, FirmwareSince: { } since })
            return Firmware(ReadinessResult.Open, FindingCase.FirmwareUnknown);
        if (facts.Printer.FirmwareReleasedAt is { } released)
            return Released(facts, firmware, released);
        // Which is newer cannot be told from the names; what came up later in the same model is.
        var later = facts.SameModel.Where(other => other.Firmware is { } known && known != firmware && other.FirmwareSince > since).MaxBy(other => other.FirmwareSince);
        if (later is not null)
            return Firmware(ReadinessResult.Advice, FindingCase.FirmwareBehind, firmware, later.Name, later.Firmware!, later.FirmwareSince!.Value);
        return facts.Now - since > Year
            ? Firmware(ReadinessResult.Advice, FindingCase.FirmwareOld, firmware, since)
            : Firmware(ReadinessResult.Passed, FindingCase.FirmwareKnown, firmware, since);
    }

    private static Finding Released(ReadinessFacts facts, string firmware, Instant released)
    {
        var newer = facts.SameModel.Where(other => other is { Firmware: not null } && other.FirmwareReleasedAt > released).MaxBy(other => other.FirmwareReleasedAt);
        if (newer is not null)
            return Firmware(ReadinessResult.Advice, FindingCase.FirmwareReleasedBefore, firmware, newer.Name, newer.Firmware!, Day(newer.FirmwareReleasedAt!.Value));
        return facts.Now - released > Year
            ? Firmware(ReadinessResult.Advice, FindingCase.FirmwareReleasedLongAgo, firmware, Day(released))
            : Firmware(ReadinessResult.Passed, FindingCase.FirmwareReleased, firmware, Day(released));
    }

    private static LocalDate Day(Instant released) => released.InUtc().Date;

    public static Finding Clock(ReadinessFacts facts)
    {
        if (facts.Printer.ClockAheadMs is not { } ahead)
            return new(ReadinessPoint.Clock, ReadinessResult.Open, FindingCase.ClockUnknown);
        var skew = TimeSpan.FromMilliseconds(ahead);
        if (skew.Duration() <= Tolerance)
            return new(ReadinessPoint.Clock, ReadinessResult.Passed, FindingCase.ClockRight, skew);
        return IsZone(skew.Duration())
            ? new(ReadinessPoint.Clock, ReadinessResult.Failed, FindingCase.ClockInOtherZone, skew)
            : new(ReadinessPoint.Clock, skew.Duration() < TimeSpan.FromHours(1) ? ReadinessResult.Advice : ReadinessResult.Failed, FindingCase.ClockWrong, skew);
    }

    private static bool IsZone(TimeSpan skew)
    {
        var rest = TimeSpan.FromTicks(skew.Ticks % Quarter.Ticks);
        return skew >= SmallestZone - Tolerance && skew <= LargestZone + Tolerance && (rest <= Tolerance || Quarter - rest <= Tolerance);
    }

    private static Finding Proxy(ReadinessResult result, FindingCase @case, params object[] values) => new(ReadinessPoint.WebProxy, result, @case, values);

    private static Finding Firmware(ReadinessResult result, FindingCase @case, params object[] values) => new(ReadinessPoint.Firmware, result, @case, values);
}
