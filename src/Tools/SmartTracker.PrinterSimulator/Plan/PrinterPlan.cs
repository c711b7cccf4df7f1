namespace SmartTracker.PrinterSimulator.Plan;

/// <summary>One simulated printer, its identity and the jobs it remembers.</summary>
public sealed record PrinterPlan
{
    public required string Group { get; init; }

    public required string Name { get; init; }

    public required string Model { get; init; }

    public required string SerialNumber { get; init; }

    public required string PartNumber { get; init; }

    public required string Firmware { get; init; }

    /// <summary>Null where the printer does not tell it.</summary>
    public DateTimeOffset? FirmwareReleasedAt { get; init; }

    public required decimal WidthInches { get; init; }

    /// <summary>The device's UUID.</summary>
    public required Guid Uuid { get; init; }

    public required string AdminPassword { get; init; }

    /// <summary>0 lets the system choose at the first start.</summary>
    public int Port { get; init; }

    /// <summary>PKCS#12 without password, base64: certificate and private key. Null is made at the first start.</summary>
    public string? Certificate { get; init; }

    /// <summary>Changes at every reboot.</summary>
    public required Guid QueueId { get; init; }

    public required long ModificationNumber { get; init; }

    /// <summary>The printer's clock when the plan was made.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>How far its clock is ahead of the right time.</summary>
    public TimeSpan ClockIsAhead { get; init; }

    public required IReadOnlyList<JobPlan> Jobs { get; init; }

    /// <summary>How many jobs its list holds; the oldest leave it first. Null forgets none.</summary>
    public int? Remembers { get; init; }

    /// <summary>The jobs that its list still holds. Its counters know the others too.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<JobPlan> Listed => Remembers is { } most ? [.. Jobs.TakeLast(most)] : Jobs;

    /// <summary>Null: it says nothing about what it holds.</summary>
    public StatePlan? State { get; init; }

    /// <summary>Not null: it speaks IPP instead of PIWS.</summary>
    public IppPlan? Ipp { get; init; }

    /// <summary>Not null: it also shows its accounting to people, and is read by that.</summary>
    public EwsPlan? Ews { get; init; }

    public PasswordScheme Passwords { get; init; }

    /// <summary>Of the people in front of it; its pages show their time.</summary>
    public string Zone { get; init; } = "UTC";

    [System.Text.Json.Serialization.JsonIgnore]
    public TimeZoneInfo LocalZone => TimeZoneInfo.FindSystemTimeZoneById(Zone);

    [System.Text.Json.Serialization.JsonIgnore]
    public string Protocol => Ews is not null ? "ews" : Ipp is null ? "piws" : "ipp";

    /// <summary>Where it listens once its port is known. An IPP printer takes <c>ipp://</c> on the same port.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Uri Address => new(Ipp is null ? $"https://127.0.0.1:{Port}/" : $"ipps://127.0.0.1:{Port}/ipp/print");

    /// <summary>The same printer after it was switched off and on: its jobs stay, its queue has a new id.</summary>
    public PrinterPlan Rebooted(Guid newQueueId) => this with { QueueId = newQueueId };
}

/// <summary>How a printer wants its password.</summary>
public enum PasswordScheme
{
    Basic,

    /// <summary>Offers Basic too.</summary>
    DigestMd5,

    /// <summary>Offers MD5 too.</summary>
    DigestSha256,
}
