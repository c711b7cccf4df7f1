namespace SmartTracker.Abstractions.Verification;

/// <summary>A read-only check of stored figures that the <c>verify</c> command runs in each tenant.</summary>
public interface IVerification
{
    /// <summary>Recomputes and compares; answers one finding for each thing that is not as it must be.</summary>
    Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken);
}

/// <summary>Something that is not as it must be.</summary>
/// <param name="Invariant">The broken invariant, such as <c>I4</c> (docs/architecture.md lists them).</param>
/// <param name="Message">What differs, with the document or row named.</param>
public sealed record Finding(string Invariant, string Message);
