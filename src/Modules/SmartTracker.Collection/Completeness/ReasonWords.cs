using Microsoft.Extensions.Localization;
using SmartTracker.Collection.Domain;

namespace SmartTracker.Collection.Completeness;

/// <summary>Whoever decides says why.</summary>
public sealed class ReasonWords(IStringLocalizer<Texts> t)
{
    /// <summary>What is wrong with a reason, or null.</summary>
    public string? Fault(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? t["Say how you know, in a few words: it stands beside the decision for whoever asks later."]
        : reason.Trim().Length > GapDecision.LongestReason ? t["Say it in at most {0} characters.", GapDecision.LongestReason].Value
        : null;
}
