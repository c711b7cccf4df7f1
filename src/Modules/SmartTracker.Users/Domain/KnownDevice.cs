using NodaTime;

namespace SmartTracker.Users.Domain;

/// <summary>A browser on which the user has signed in before. It counts its own wrong tries, so that guesses from elsewhere never keep the user out here.</summary>
public sealed class KnownDevice
{
    public required UserId UserId { get; init; }

    /// <summary>What the device's cookie says; one browser may be known to several users.</summary>
    public required Guid DeviceId { get; init; }

    public int FailedTries { get; set; }

    public Instant? LockedUntil { get; set; }

    public Instant LastUsedAt { get; set; }
}
