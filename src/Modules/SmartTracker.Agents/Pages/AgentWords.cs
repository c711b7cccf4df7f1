using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Agents.Domain;
using SmartTracker.Protocols.Agent;

namespace SmartTracker.Agents.Pages;

/// <summary>How an agent is, in words.</summary>
public sealed class AgentWords(Formats formats, IOptions<AgentOptions> options, TimeProvider time, IStringLocalizer<Texts> t)
{
    /// <summary>A clock may be off by what a request takes and a little more.</summary>
    private static readonly Duration SmallSkew = Duration.FromSeconds(5);

    /// <summary>From here on times of jobs that have no date of their own are noticeably wrong.</summary>
    private static readonly Duration LargeSkew = Duration.FromMinutes(2);

    private const decimal BytesPerMegabyte = 1024 * 1024;

    public bool IsSilent(Agent agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        return !agent.IsRevoked && (agent.LastContactAt ?? agent.EnrolledAt) + options.Value.Silence < time.Now();
    }

    /// <summary>Mark of the design system and its word.</summary>
    public (string Mark, string Word) State(Agent agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        if (agent.IsRevoked)
            return ("off", t["Revoked on {0} by {1}", formats.Date(agent.RevokedAt!.Value), agent.RevokedBy!]);
        if (agent.LastContactAt is not { } contact)
            return (IsSilent(agent) ? "warn" : "off", t["Enrolled, not heard of since"]);
        if (IsSilent(agent))
            return ("bad", t["Silent since {0}", formats.DateTime(contact)]);
        return agent.Warnings.Count > 0 || agent.SetAside > 0 || IsClockWrong(agent) ? ("warn", t["Needs a look"]) : ("ok", t["At work"]);
    }

    public string Outbox(Agent agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        return agent switch
        {
            { WaitingVisits: null } => t["unknown"],
            { WaitingVisits: 0 } => t["empty"],
            { WaitingVisits: 1 } => t["1 visit waits, {0} MB", Megabytes(agent)],
            _ => t["{0} visits wait, {1} MB", formats.Count(agent.WaitingVisits!.Value), Megabytes(agent)],
        };
    }

    public string Clock(Agent agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        if (agent.ClockSkewMilliseconds is not { } milliseconds)
            return t["unknown"];
        var skew = Duration.FromMilliseconds(Math.Abs(milliseconds));
        if (skew < SmallSkew)
            return t["right"];
        var length = skew < Duration.FromMinutes(2) ? t["{0} s", formats.Count((long)skew.TotalSeconds)] : t["{0} min", formats.Count((long)skew.TotalMinutes)];
        return milliseconds > 0 ? t["{0} fast", length] : t["{0} slow", length];
    }

    public IReadOnlyList<string> Warnings(Agent agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        if (agent.IsRevoked)
            return [];
        var warnings = agent.Warnings.Select(Warning).ToList();
        if (IsSilent(agent))
            warnings.Add(t["Nothing was heard of it for longer than {0} minutes. Check that its computer is on and reaches this address; what it read meanwhile waits there and is delivered later.", options.Value.SilentMinutes]);
        if (agent.SetAside > 0)
            warnings.Add(t["{0} visits were refused here for good and lie beside its outbox. They were damaged, or their printers are read by nobody or somebody else now.", formats.Count(agent.SetAside.Value)]);
        if (IsClockWrong(agent))
            warnings.Add(t["The clock of its computer is wrong ({0}). Let it be set over the network: times of jobs may depend on it.", Clock(agent)]);
        return warnings;
    }

    private static bool IsClockWrong(Agent agent) => agent.ClockSkewMilliseconds is { } skew && Duration.FromMilliseconds(Math.Abs(skew)) >= LargeSkew;

    private string Megabytes(Agent agent) => formats.Number(agent.WaitingBytes!.Value / BytesPerMegabyte, 1, 1);

    private string Warning(string code) => code switch
    {
        AgentWarnings.OutboxFull => t["Its outbox is full, so it asks no printer. Nothing was thrown away; it goes on when visits could be delivered."],
        AgentWarnings.DiskRefuses => t["It cannot write to its disk, so it asks no printer. Make room on its computer."],
        AgentWarnings.NotAllowedHere => t["Its own list of networks does not allow some of its printers. Add them to “allow” in its settings file."],
        AgentWarnings.KeepsNames => t["Names are not kept here as they are, and this version of the agent cannot take them out. It asks no printer until it is updated."],
        _ => t["It warns of something that this version does not know: {0}.", code],
    };
}
