using System.ComponentModel.DataAnnotations;
using NodaTime;

namespace SmartTracker.Agents;

/// <summary>Section <c>SmartTracker:Agents</c>.</summary>
public sealed class AgentOptions
{
    public const string Section = "SmartTracker:Agents";

    /// <summary>How often an agent says how it is and asks for its plan.</summary>
    [Range(1, 3600)]
    public int RefreshSeconds { get; set; } = 60;

    /// <summary>How long a one-time token may be used.</summary>
    [Range(1, 30 * 24)]
    public int TokenHours { get; set; } = 48;

    /// <summary>After how long without a word an agent counts as silent.</summary>
    [Range(1, 24 * 60)]
    public int SilentMinutes { get; set; } = 15;

    /// <summary>How long visits are still taken in from before a printer was taken from an agent.</summary>
    [Range(1, 365)]
    public int LateVisitDays { get; set; } = 30;

    internal Duration Silence => Duration.FromMinutes(SilentMinutes);

    internal Duration LateVisits => Duration.FromDays(LateVisitDays);
}
