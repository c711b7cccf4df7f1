namespace SmartTracker.Protocols.Agent.Visits;

/// <summary>The first line of a packed visit: everything but the bodies.</summary>
internal sealed record VisitHeader(
    int Version, Guid Id, Guid PrinterId, Uri Address, DateTimeOffset StartedAt, FetchHeader Jobs, IReadOnlyList<FetchHeader> States, VisitMark After)
{
    public static VisitHeader Of(AgentVisit visit) => new(
        VisitFormat.Version, visit.Id, visit.PrinterId, visit.Address, visit.StartedAt, FetchHeader.Of(visit.Jobs), [.. visit.States.Select(FetchHeader.Of)], visit.After);
}

internal sealed record FetchHeader(string Protocol, IReadOnlyList<AnswerHeader> Answers, VisitCertificate? Certificate, VisitFailure? Failure)
{
    public static FetchHeader Of(VisitFetch fetch) => new(fetch.Protocol, [.. fetch.Answers.Select(AnswerHeader.Of)], fetch.Certificate, fetch.Failure);
}

/// <param name="Length">Bytes of the body.</param>
internal sealed record AnswerHeader(string Path, DateTimeOffset ReceivedAt, int Status, string? ContentType, bool IsWhole, int Length)
{
    public static AnswerHeader Of(VisitAnswer answer) => new(answer.Path, answer.ReceivedAt, answer.Status, answer.ContentType, answer.IsWhole, answer.Body.Length);
}
