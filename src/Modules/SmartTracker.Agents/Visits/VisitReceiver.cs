using Microsoft.Extensions.Options;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Agents.Data;
using SmartTracker.Agents.Domain;
using SmartTracker.Collection.Abstractions;
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
        var (printer, at, now) = (new PrinterId(visit.PrinterId), Microseconds(visit.StartedAt), time.Now());
        if (await printers.LatestAsync(agent, printer, cancellationToken) is not { } assigned || !assigned.Takes(at, now, options.Value.LateVisits))
            return VisitResult.NoSuchPrinter;

        var result = await visits.TakeInAsync(Visit(visit, printer, at), cancellationToken);
        if (result is VisitResult.Stored or VisitResult.Known)
        {
            await using var transaction = await database.BeginAsync(cancellationToken);
            var row = new AgentVisitRow { Id = visit.Id, AgentId = agent, PrinterId = printer, VisitedAt = at, ReceivedAt = now };
            await printers.AddVisitAsync(row, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return result;
    }

    private static PrinterVisit Visit(AgentVisit visit, PrinterId printer, Instant at) => new(
        visit.Id, printer, at, visit.Address, [.. visit.Jobs.Answers.Select(Answer)], [.. visit.States.Select(state => new VisitedState(state.Protocol, [.. state.Answers.Select(Answer)]))],
        Certificate(visit.Jobs.Certificate), visit.Jobs.Failure is { } failure ? new PrinterProblem(failure.Code, [.. failure.Arguments]) : null);

    private static VisitedAnswer Answer(VisitAnswer answer) =>
        new(answer.Path, answer.ReceivedAt, answer.Status, answer.ContentType, answer.Body, answer.IsWhole);

    private static VisitedCertificate? Certificate(VisitCertificate? certificate) => certificate is null ? null : new(
        certificate.Key, certificate.Subject, certificate.Issuer, certificate.NotBefore, certificate.NotAfter, certificate.SelfSigned, certificate.TrustedByHost);

    private static Instant Microseconds(DateTimeOffset time)
    {
        var ticks = Instant.FromDateTimeOffset(time).ToUnixTimeTicks();
        return Instant.FromUnixTimeTicks(ticks - ticks % 10);
    }
}
