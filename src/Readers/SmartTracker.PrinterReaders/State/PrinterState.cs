namespace SmartTracker.PrinterReaders.State;

/// <summary>What the raw answers of one visit say of a printer's state. Empty and null are "it did not say".</summary>
public sealed record PrinterState
{
    public PrinterIdentity? Identity { get; init; }

    public PrinterCondition Condition { get; init; }

    /// <summary>The device's own words for <see cref="Condition"/>.</summary>
    public string? RawCondition { get; init; }

    /// <summary>The printer's clock when it answered, with its offset where it names one.</summary>
    public DateTimeOffset? DeviceTime { get; init; }

    /// <summary>False where <see cref="DeviceTime"/> came without an offset and was read as UTC.</summary>
    public bool DeviceTimeHasOffset { get; init; }

    /// <summary>Since the device, or its network card, was last switched on. It begins anew after 497 days where SNMP counts it.</summary>
    public TimeSpan? UpTime { get; init; }

    public IReadOnlyList<ObservedAlert> Alerts { get; init; } = [];

    public IReadOnlyList<ObservedConsumable> Consumables { get; init; } = [];

    public IReadOnlyList<ObservedMedia> Media { get; init; } = [];

    public IReadOnlyList<ObservedMeter> Meters { get; init; } = [];

    public IReadOnlyList<ObservationProblem> Problems { get; init; } = [];

    /// <summary>Why the answers are not the whole truth, or null.</summary>
    public ReaderFailure? Failure { get; init; }

    /// <summary>What two protocols say of one printer. The first one's word counts; the second one adds what the first left out altogether, so
    /// that no counter and no cartridge is there twice.</summary>
    public static PrinterState Together(PrinterState first, PrinterState second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var counted = first.Meters.Select(meter => meter.Kind).ToHashSet();
        return first with
        {
            Identity = first.Identity ?? second.Identity,
            Condition = first.Condition == PrinterCondition.Unknown ? second.Condition : first.Condition,
            RawCondition = first.Condition == PrinterCondition.Unknown ? second.RawCondition ?? first.RawCondition : first.RawCondition,
            DeviceTime = first.DeviceTime ?? second.DeviceTime,
            DeviceTimeHasOffset = first.DeviceTime is null ? second.DeviceTimeHasOffset : first.DeviceTimeHasOffset,
            Alerts = first.Alerts.Count > 0 ? first.Alerts : second.Alerts,
            Consumables = first.Consumables.Count > 0 ? first.Consumables : second.Consumables,
            Media = first.Media.Count > 0 ? first.Media : second.Media,
            Meters = [.. first.Meters, .. second.Meters.Where(meter => !counted.Contains(meter.Kind))],
            Problems = [.. first.Problems, .. second.Problems],
            Failure = first.Failure ?? second.Failure,
        };
    }
}

public enum PrinterCondition
{
    /// <summary>It did not say, or in words that nobody knows.</summary>
    Unknown,
    Idle,
    Printing,

    /// <summary>Asleep or warming up: it answers, but not fully.</summary>
    Sleeping,

    /// <summary>It prints, but a person should look soon.</summary>
    Warning,

    /// <summary>It does not print before a person has done something.</summary>
    Stopped,
}

/// <param name="Code">The device's own code, or null where it has none.</param>
/// <param name="Text">In the device's words and language.</param>
/// <param name="Since">When it arose, where the device says.</param>
public sealed record ObservedAlert(string? Code, AlertSeverity Severity, string Text, DateTimeOffset? Since = null);

public enum AlertSeverity
{
    Unknown,
    Information,
    Warning,
    Critical,
}
