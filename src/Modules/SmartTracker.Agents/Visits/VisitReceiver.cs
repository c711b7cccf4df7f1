using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Agents.Data;
using SmartTracker.Agents.Domain;
using SmartTracker.Collection.Abstractions;
using SmartTracker.PrinterReaders;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Protocols.Agent.Visits;

namespace SmartTracker.Agents.Visits;

/// <summary>Hands what an agent delivered to Collection and notes who delivered it.</summary>
public sealed class VisitReceiver(
    ITenantDatabase database, AgentPrinterStore printers, IPrinterVisits visits, IOptions<AgentOptions> options, TimeProvider time)
{
    /// <returns><see cref="VisitResult.NoSuchPrinter"/> also for one that this agent does not read.</returns>
    public async Task<VisitResult> ReceiveAsync(AgentId agent, AgentVisit visit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var (printer, at, now) = (new PrinterId(visit.PrinterId), Clock.Microseconds(visit.StartedAt), time.Now());
        if (await printers.LatestAsync(agent, printer, cancellationToken) is not { } assigned || !assigned.Takes(at, now, options.Value.LateVisits))
            return VisitResult.NoSuchPrinter;

        var result = await visits.TakeInAsync(Visit(visit, printer, at), cancellationToken);
        if (result is VisitResult.Stored or VisitResult.Known)
            await NoteAsync(new AgentVisitRow { Id = visit.Id, AgentId = agent, PrinterId = printer, VisitedAt = at, ReceivedAt = now }, cancellationToken);
        return result;
    }

    private async Task NoteAsync(AgentVisitRow visit, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(cancellationToken);
        try
        {
            await printers.AddVisitAsync(visit, cancellationToken);
        }
        catch (DbUpdateException exception) when (database.IsRefusal(exception))
        {
            // Delivered twice at the same moment, and the other one was noted first.
            return;
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static PrinterVisit Visit(AgentVisit visit, PrinterId printer, Instant at) => new(
        visit.Id, printer, at, visit.Address, Fetch(visit.Jobs), [.. visit.States.Select(state => new VisitedState(state.Protocol, Fetch(state)))]);

    private static PrinterFetch Fetch(VisitFetch fetch) => new(
        [.. fetch.Answers.Select(answer => new RawAnswer(answer.Path, answer.ReceivedAt, answer.Status, answer.ContentType, answer.Body, answer.IsWhole))],
        fetch.Certificate is { } certificate
            ? new(certificate.Key, certificate.Subject, certificate.Issuer, certificate.NotBefore, certificate.NotAfter, certificate.SelfSigned, certificate.TrustedByHost)
            : null,
        Failure(fetch.Failure));

    // A newer agent may know failures that this host does not.
    private static ReaderFailure? Failure(VisitFailure? failure) => failure is null ? null
        : Enum.TryParse<ReaderFailureCode>(failure.Code, out var code) && Enum.IsDefined(code) ? new(code, [.. failure.Arguments])
        : new(ReaderFailureCode.Nonsense, failure.Code);
}
