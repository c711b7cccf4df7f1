using SmartTracker.Protocols.Piws.Jobs;

namespace SmartTracker.Protocols.Piws.State;

/// <summary>What a document says, and what of it was not understood.</summary>
public sealed record PiwsAnswer<T>(T Said, IReadOnlyList<PiwsProblem> Problems);
