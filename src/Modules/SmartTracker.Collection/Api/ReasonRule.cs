using Microsoft.AspNetCore.Mvc.ModelBinding;
using SmartTracker.Collection.Domain;

namespace SmartTracker.Collection.Api;

/// <summary>Whoever decides says why: it stands beside the decision for whoever asks later.</summary>
internal static class ReasonRule
{
    public static void Check(string? reason, ModelStateDictionary faults)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > GapDecision.LongestReason)
            faults.AddModelError("reason", $"Say how you know, in at most {GapDecision.LongestReason} characters.");
    }
}
