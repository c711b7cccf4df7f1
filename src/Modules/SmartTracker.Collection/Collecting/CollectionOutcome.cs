using SmartTracker.Collection.Domain;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Collecting;

/// <summary>What came of a collection from one printer.</summary>
/// <param name="Problem">What went wrong, or null.</param>
/// <param name="Sentence">All of it in words, in the current culture.</param>
public sealed record CollectionOutcome(
    PrinterId PrinterId, string PrinterName, CollectionResult Result, int NewJobs, int ChangedJobs, int UnchangedJobs, PrinterProblem? Problem, string Sentence)
{
    public bool IsGood => Result == CollectionResult.Complete;
}
