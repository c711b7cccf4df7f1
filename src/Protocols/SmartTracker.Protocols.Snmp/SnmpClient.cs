using System.Security.Cryptography;
using SmartTracker.Protocols.Snmp.Messages;
using SmartTracker.Protocols.Snmp.Udp;

namespace SmartTracker.Protocols.Snmp;

/// <summary>Asks one agent over UDP, for one visit: one deadline, limits on everything, only to the address that the caller allows. It never sets
/// anything. What happens in the field comes back as a <see cref="SnmpFailure"/>; only the caller's cancellation throws. One request at a time.</summary>
public sealed class SnmpClient : IDisposable
{
    private readonly SnmpConnection _connection;
    private readonly SnmpExchange _exchange;

    /// <exception cref="ArgumentException">A secret that the security level needs is missing, privacy is wanted without authentication, or a figure makes no sense.</exception>
    public SnmpClient(SnmpConnection connection, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(connection);
        if (connection.Credentials is SnmpUser user)
            Check(user);
        if (connection.Tries < 1 || connection.Repetitions < 1 || connection.Port is < 1 or > 65535)
            throw new ArgumentException("Tries and repetitions are at least 1, and a port lies between 1 and 65535.", nameof(connection));
        _connection = connection;
        _exchange = new SnmpExchange(connection, clock);
    }

    private bool IsVersion1 => _connection.Credentials is SnmpCommunity { IsVersion1: true };

    /// <summary>The values of these objects (RFC 3416 §4.2.1). What the agent does not have comes as <see cref="SnmpNothing"/>, with v1 too.</summary>
    public async Task<SnmpReply> GetAsync(IReadOnlyList<Oid> names, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(names);
        var found = names.Select(name => new SnmpVarbind(name, new SnmpNothing(SnmpTag.NoSuchObject))).ToArray();
        var asked = Enumerable.Range(0, names.Count).ToList();
        while (asked.Count > 0)
        {
            var (pdu, failure) = await AskAsync(SnmpPduType.Get, [.. asked.Select(at => names[at])], 0, 0, cancellationToken);
            if (failure is not null)
                return new SnmpReply([], failure);
            // v1 refuses the whole request for one name that it does not have (RFC 1157 §4.1.2).
            if (pdu!.ErrorStatus == SnmpErrorStatus.NoSuchName && pdu.ErrorIndex >= 1 && pdu.ErrorIndex <= asked.Count)
            {
                asked.RemoveAt(pdu.ErrorIndex - 1);
                continue;
            }

            if (ErrorOf(pdu) is { } error)
                return new SnmpReply([], error);
            if (!pdu.Varbinds.Select(varbind => varbind.Name).SequenceEqual(asked.Select(at => names[at])))
                return new SnmpReply([], new SnmpFailure(SnmpFailureKind.NotUnderstood, "an answer to other names"));
            for (var i = 0; i < asked.Count; i++)
                found[asked[i]] = pdu.Varbinds[i];
            break;
        }

        return new SnmpReply(found, null);
    }

    /// <summary>For each name the first object behind it (RFC 3416 §4.2.2).</summary>
    public async Task<SnmpReply> GetNextAsync(IReadOnlyList<Oid> names, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(names);
        var (pdu, failure) = await AskAsync(SnmpPduType.GetNext, names, 0, 0, cancellationToken);
        failure ??= ErrorOf(pdu!) ?? (pdu!.Varbinds.Count == names.Count ? null : new SnmpFailure(SnmpFailureKind.NotUnderstood, "an answer to other names"));
        return failure is null ? new SnmpReply(pdu!.Varbinds, null) : new SnmpReply([], failure);
    }

    /// <summary>For the first names one object behind each, for the others several, row by row (RFC 3416 §4.2.3). Not with v1.</summary>
    /// <exception cref="InvalidOperationException">v1 has no getBulk.</exception>
    public async Task<SnmpReply> GetBulkAsync(IReadOnlyList<Oid> names, int nonRepeaters, int repetitions, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (IsVersion1)
            throw new InvalidOperationException("v1 has no getBulk.");
        var (pdu, failure) = await AskAsync(SnmpPduType.GetBulk, names, nonRepeaters, repetitions, cancellationToken);
        failure ??= ErrorOf(pdu!);
        return failure is null ? new SnmpReply(pdu!.Varbinds, null) : new SnmpReply([], failure);
    }

    /// <summary>Everything below a name, by getBulk where there is one. Ends with a failure where names do not increase: such a table has no end.</summary>
    public Task<SnmpWalk> WalkAsync(Oid root, CancellationToken cancellationToken) =>
        new SnmpWalker(root, IsVersion1 ? 1 : _connection.Repetitions, _connection.Limits, AskAsync).RunAsync(IsVersion1, cancellationToken);

    public void Dispose() => _exchange.Dispose();

    internal static SnmpFailure? ErrorOf(SnmpPdu pdu) => pdu.ErrorStatus switch
    {
        SnmpErrorStatus.NoError => null,
        SnmpErrorStatus.NoAccess or SnmpErrorStatus.AuthorizationError => new SnmpFailure(SnmpFailureKind.NoAccess),
        var other => new SnmpFailure(SnmpFailureKind.AgentError, SnmpErrorStatus.NameOf(other)),
    };

    private Task<(SnmpPdu? Pdu, SnmpFailure? Failure)> AskAsync(SnmpPduType type, IReadOnlyList<Oid> names, int status, int index, CancellationToken cancellationToken) =>
        // A number that nobody can guess, so that nobody off the path can forge an answer.
        _exchange.AskAsync(
            new SnmpPdu(type, RandomNumberGenerator.GetInt32(1, int.MaxValue), status, index, [.. names.Select(name => new SnmpVarbind(name, new SnmpNothing()))]), cancellationToken);

    private static void Check(SnmpUser user)
    {
        if (user.Authentication == AuthenticationProtocol.None ? user.Privacy != PrivacyProtocol.None : string.IsNullOrEmpty(user.AuthenticationSecret))
            throw new ArgumentException("Authentication needs a pass phrase, and privacy needs authentication.", nameof(user));
        if (user.Privacy != PrivacyProtocol.None && string.IsNullOrEmpty(user.PrivacySecret))
            throw new ArgumentException("Privacy needs a pass phrase.", nameof(user));
    }
}
