namespace SmartTracker.Collection.Abstractions;

/// <summary>Implemented by a later module that knows more of a print job, such as the bill that charges it. Shown on the job's page.</summary>
public interface IPrintJobFacts
{
    /// <summary>Only what the current user may see.</summary>
    Task<IReadOnlyList<PrintJobFact>> GetAsync(PrintJobId id, CancellationToken cancellationToken);
}

/// <param name="Term">In the reader's language.</param>
/// <param name="Path">App-relative, or null.</param>
public sealed record PrintJobFact(string Term, string Text, string? Path = null);
