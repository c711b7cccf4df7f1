using NodaTime;
using SmartTracker.PrinterReaders.Names;

namespace SmartTracker.Collection.Data;

/// <summary>The only row of <c>name_privacy</c>.</summary>
public sealed class NamePrivacyRow
{
    public int Id { get; set; } = 1;
    public NameHandling UserNames { get; set; }
    public NameHandling JobNames { get; set; }

    /// <summary>Null where there is none, or none any more.</summary>
    public byte[]? ProtectedKey { get; set; }

    public Instant? KeyMadeAt { get; set; }
}

/// <summary>A row of <c>name_privacy_events</c>.</summary>
public sealed class NamePrivacyEventRow
{
    public Guid Id { get; set; }
    public Instant HappenedAt { get; set; }
    public required string DoneBy { get; set; }
    public NamePrivacyEvent Kind { get; set; }

    /// <summary>As it was from then on.</summary>
    public NameHandling UserNames { get; set; }

    public NameHandling JobNames { get; set; }
}

public enum NamePrivacyEvent
{
    Changed,
    KeyMade,
    KeyReplaced,
    KeyDestroyed,

    /// <summary>Somebody asked for the pseudonym of a name; which name is not recorded.</summary>
    LookedUp,
}
