using System.Buffers;
using System.Net.Sockets;
using SmartTracker.Protocols.Snmp.Messages;

namespace SmartTracker.Protocols.Snmp.Udp;

/// <summary>One request after the other with one agent: sends again with growing patience, and waits through packets that are no answer.</summary>
internal sealed class SnmpExchange : IDisposable
{
    /// <summary>Discovery, clock, the other key, and once more the clock.</summary>
    private const int MostAgain = 4;

    private readonly SnmpConnection _connection;
    private readonly TimeProvider _clock;
    private readonly IEnvelope _envelope;
    private readonly CancellationTokenSource _deadline;
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private UdpLink? _link;
    private int _sent;
    private bool _heard;

    private const int BufferSize = 65_535;

    public SnmpExchange(SnmpConnection connection, TimeProvider clock)
    {
        (_connection, _clock) = (connection, clock);
        _envelope = connection.Credentials switch
        {
            SnmpCommunity community => new CommunityEnvelope(community, connection.Limits),
            SnmpUser user => new UsmEnvelope(user, connection.Limits, clock),
            _ => throw new ArgumentException("Unknown credentials.", nameof(connection)),
        };
        _deadline = new CancellationTokenSource(connection.Deadline, clock);
    }

    public async Task<(SnmpPdu? Pdu, SnmpFailure? Failure)> AskAsync(SnmpPdu request, CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _deadline.Token);
        try
        {
            if (_link is null)
            {
                (_link, var failure) = await UdpLink.OpenAsync(_connection, both.Token);
                if (_link is null)
                    return (null, failure);
            }

            return await AskAsync(_link, request, both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, NoAnswer());
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.MessageSize)
        {
            return (null, new SnmpFailure(SnmpFailureKind.TooLarge, "message"));
        }
        catch (SocketException)
        {
            return (null, new SnmpFailure(SnmpFailureKind.Unreachable));
        }
    }

    public void Dispose()
    {
        _link?.Dispose();
        _deadline.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
    }

    private async Task<(SnmpPdu? Pdu, SnmpFailure? Failure)> AskAsync(UdpLink link, SnmpPdu request, CancellationToken visit)
    {
        _envelope.Begin();
        var patience = _connection.FirstPatience;
        for (int attempt = 0, again = 0; attempt < _connection.Tries;)
        {
            if (++_sent > _connection.Limits.Requests)
                return (null, new SnmpFailure(SnmpFailureKind.TooLarge, "requests"));
            await link.SendAsync(_envelope.Seal(request, attempt), visit);
            switch (await ReceiveAsync(link, request, patience, visit))
            {
                case Opened.Answer answer:
                    return (answer.Pdu, null);
                case Opened.Failed failed:
                    return (null, failed.Failure);
                case Opened.SendAgain sendAgain:
                    if (++again > MostAgain)
                        return (null, sendAgain.Otherwise);
                    break;
                default:
                    attempt++;
                    patience *= 2;
                    break;
            }
        }

        return (null, NoAnswer());
    }

    /// <summary>Ignored, where patience ended without an answer.</summary>
    private async Task<Opened> ReceiveAsync(UdpLink link, SnmpPdu request, TimeSpan patience, CancellationToken visit)
    {
        using var patient = new CancellationTokenSource(patience, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(visit, patient.Token);
        try
        {
            for (var packets = 0; packets < _connection.Limits.PacketsPerRequest; packets++)
            {
                var length = await link.ReceiveAsync(_buffer, either.Token);
                _heard = true;
                // A copy, because what is read of it keeps pointing into it.
                var opened = _envelope.Open(_buffer.AsSpan(0, length).ToArray());
                if (opened is Opened.Answer { Pdu: var pdu } && (pdu.Type != SnmpPduType.Response || pdu.RequestId != request.RequestId))
                    continue;
                if (opened is not Opened.Ignored)
                    return opened;
            }

            return new Opened.Failed(new SnmpFailure(SnmpFailureKind.TooLarge, "packets"));
        }
        catch (OperationCanceledException) when (!visit.IsCancellationRequested)
        {
            return Opened.Ignored.One;
        }
    }

    private SnmpFailure NoAnswer() => _envelope.Doubt ?? new SnmpFailure(_heard ? SnmpFailureKind.TimedOut : SnmpFailureKind.Silent);
}
