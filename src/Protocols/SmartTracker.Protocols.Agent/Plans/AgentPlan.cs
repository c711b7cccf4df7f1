using System.Text;

namespace SmartTracker.Protocols.Agent.Plans;

/// <summary>What the host wants an agent to do.</summary>
/// <param name="PrintersAtOnce">How many printers are asked at the same time.</param>
/// <param name="RefreshSeconds">How often the agent asks for its plan.</param>
/// <param name="TimeZone">Of printers that show local time without saying which, such as <c>Europe/Berlin</c>.</param>
/// <param name="Authorities">Certificate authorities (PEM) besides those of the agent's computer, for printers that need one.</param>
/// <param name="Names">What of names may be kept; null is everything. Only an agent that said <see cref="AgentPaths.WithholdsNames"/> is given any.</param>
public sealed record AgentPlan(
    IReadOnlyList<PlannedPrinter> Printers, int PrintersAtOnce, int RefreshSeconds, string? TimeZone = null, string? Authorities = null, PlannedNames? Names = null);

/// <summary>What is done to names before a visit is written to the disk. The words are those of the readers' <c>NameHandling</c>; one that an agent does not
/// know is to be taken for <c>Drop</c>.</summary>
/// <param name="Key">Of pseudonyms; null where none are made.</param>
public sealed record PlannedNames(string Users, string Jobs, byte[]? Key)
{
    // A record prints all its members; this one holds a secret.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append(Users).Append(", ").Append(Jobs);
        return true;
    }
}

/// <summary>One printer that the agent reads.</summary>
public sealed record PlannedPrinter
{
    public required Guid Id { get; init; }

    /// <summary>For messages to people on the site.</summary>
    public required string Name { get; init; }

    public required Uri Address { get; init; }

    /// <summary>Lower case, such as <c>piws</c>.</summary>
    public required string Protocol { get; init; }

    public string? Password { get; init; }

    /// <summary>SHA-256 of the printer's public key, hexadecimal; null before the first contact.</summary>
    public string? PinnedKey { get; init; }

    /// <summary>Besides the pinned key its certificate must be signed by an authority.</summary>
    public bool NeedsAuthority { get; init; }

    public bool AllowLegacyTls { get; init; }

    public PlannedSnmp? Snmp { get; init; }

    /// <summary>Where it stands, if that is not the plan's time zone.</summary>
    public string? TimeZone { get; init; }

    /// <summary>False for a printer of which only the state is read.</summary>
    public bool GivesJobs { get; init; } = true;

    /// <summary>Where the host's books end: what the reader goes on from.</summary>
    public string? Cursor { get; init; }

    public required int EverySeconds { get; init; }

    /// <summary>How often it is also asked what it is and holds; 0 is at every visit.</summary>
    public int StateEverySeconds { get; init; }

    public required int DeadlineSeconds { get; init; }

    /// <summary>A person has to decide first: it is not asked.</summary>
    public bool IsStopped { get; init; }

    // A record prints all its members; this one holds secrets.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append(Name).Append(", ").Append(Address);
        return true;
    }
}

/// <summary>How the printer's SNMP agent is spoken to. Names are those of the readers' enumerations.</summary>
/// <param name="Address">Such as <c>snmp://10.0.0.9:161/</c>.</param>
public sealed record PlannedSnmp(
    Uri Address, string Version, string? Community, string? UserName, string? Authentication, string? AuthenticationSecret, string? Privacy, string? PrivacySecret)
{
    private bool PrintMembers(StringBuilder text)
    {
        text.Append(Version);
        return true;
    }
}
