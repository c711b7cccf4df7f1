using System.Security.Cryptography;
using System.Text;
using SmartTracker.Protocols.Snmp.Codec;
using SmartTracker.Protocols.Snmp.Messages;
using SmartTracker.Protocols.Snmp.Security;

namespace SmartTracker.Protocols.Snmp.Udp;

/// <summary>v3 with the user-based security model: finds the engine, agrees on its clock, and takes an answer only where id, engine, user, code, time
/// and level are what they must be (RFC 3414 §3.2, RFC 3412 §7.2).</summary>
internal sealed class UsmEnvelope(SnmpUser user, SnmpLimits limits, TimeProvider clock) : IEnvelope
{
    // RFC 3411 §5: SnmpEngineID.
    private const int ShortestEngineId = 5;
    private const int LongestEngineId = 32;

    private readonly byte[] _name = Encoding.UTF8.GetBytes(user.Name);
    private readonly Dictionary<int, KeyExtension> _sent = [];
    private UsmEngine? _engine;
    private KeyExtension _extension;
    private bool _extensionIsProven;
    private bool _otherWasTried;
    private int _attempt;
    private bool _wasAnswered;
    private SnmpFailure? _doubt;

    /// <summary>An agent that cannot read what we encrypted may keep silent about it.</summary>
    public SnmpFailure? Doubt =>
        _doubt ?? (_engine is not null && !_wasAnswered && user.Privacy != PrivacyProtocol.None ? new SnmpFailure(SnmpFailureKind.PrivacyRefused) : null);

    private byte Level => (byte)(
        (user.Authentication == AuthenticationProtocol.None ? 0 : UsmMessage.Authenticated) | (user.Privacy == PrivacyProtocol.None ? 0 : UsmMessage.Encrypted));

    public void Begin()
    {
        _sent.Clear();
        _doubt = null;
        _attempt = 0;
    }

    public byte[] Seal(SnmpPdu request, int attempt)
    {
        if (attempt > _attempt)
        {
            _attempt = attempt;
            TryOtherKey();
        }

        var id = RandomNumberGenerator.GetInt32(1, int.MaxValue);
        _sent[id] = _extension;
        return _engine is null ? Discovery(id, request.RequestId) : _engine.Seal(
            new UsmMessage
            {
                MessageId = id,
                MaximumSize = limits.MessageBytes,
                Flags = (byte)(Level | UsmMessage.Reportable),
                EngineId = _engine.Id,
                Boots = _engine.Clock.Boots,
                Time = _engine.Clock.Time,
                UserName = _name,
            },
            new ScopedPdu(_engine.Id, default, request), _extension);
    }

    public Opened Open(ReadOnlyMemory<byte> packet)
    {
        var reading = SnmpDecoder.Decode(packet, limits);
        if (reading.Value is not UsmMessage message)
            return Doubtful(SnmpFailureKind.NotUnderstood, reading.Defect ?? "another version than the one asked in");
        if (!_sent.TryGetValue(message.MessageId, out var extension))
            return Opened.Ignored.One;
        return _engine is null ? Discovered(message) : Open(_engine, packet, message, extension);
    }

    private Opened Open(UsmEngine engine, ReadOnlyMemory<byte> packet, UsmMessage message, KeyExtension extension)
    {
        if (!message.EngineId.Span.SequenceEqual(engine.Id))
            return !message.IsAuthenticated && ReportIn(message) == UsmReport.UnknownEngineId
                ? new Opened.Failed(new SnmpFailure(SnmpFailureKind.EngineChanged))
                : Doubtful(SnmpFailureKind.EngineChanged);
        if (!message.IsAuthenticated)
            return Unsigned(engine, message);

        if (!message.UserName.Span.SequenceEqual(_name) || !engine.IsAuthentic(packet, message))
            return Doubtful(SnmpFailureKind.AgentNotAuthentic);
        if (!engine.Clock.Accept(message.Boots, message.Time))
            return Doubtful(SnmpFailureKind.NotInTimeWindow);
        var scoped = Scoped(message.IsEncrypted ? engine.Decrypt(message, extension) : message.Data);
        if (scoped is null)
            return Doubtful(message.IsEncrypted ? SnmpFailureKind.PrivacyRefused : SnmpFailureKind.NotUnderstood);
        if (message.IsEncrypted)
            (_extension, _extensionIsProven) = (extension, true);
        return scoped.Pdu.Type == SnmpPduType.Report ? Told(UsmStats.Of(scoped.Pdu)) : Answer(engine, message, scoped);
    }

    /// <summary>Without a code: an answer only where none was asked for, and what the agent could not sign.</summary>
    private Opened Unsigned(UsmEngine engine, UsmMessage message)
    {
        if (message.IsEncrypted || Scoped(message.Data) is not { } scoped)
            return Doubtful(SnmpFailureKind.NotUnderstood);
        if (scoped.Pdu.Type != SnmpPduType.Report)
            return Level == 0 ? Answer(engine, message, scoped) : Doubtful(SnmpFailureKind.AgentNotAuthentic);
        if (UsmStats.Of(scoped.Pdu) != UsmReport.NotInTimeWindow)
            return Told(UsmStats.Of(scoped.Pdu));
        engine.Clock.Guess(message.Boots, message.Time);
        return new Opened.SendAgain(new SnmpFailure(SnmpFailureKind.NotInTimeWindow));
    }

    private Opened Told(UsmReport report) => report switch
    {
        UsmReport.NotInTimeWindow => new Opened.SendAgain(new SnmpFailure(SnmpFailureKind.NotInTimeWindow)),
        UsmReport.UnsupportedSecurityLevel => Failed(SnmpFailureKind.LevelNotSupported),
        UsmReport.UnknownUserName => Failed(SnmpFailureKind.UserUnknown),
        UsmReport.UnknownEngineId => Failed(SnmpFailureKind.EngineChanged),
        UsmReport.WrongDigest => Failed(SnmpFailureKind.AuthenticationRefused),
        UsmReport.UnavailableContext => Failed(SnmpFailureKind.NoAccess),
        UsmReport.DecryptionError when !_otherWasTried && TryOtherKey() => new Opened.SendAgain(new SnmpFailure(SnmpFailureKind.PrivacyRefused)),
        UsmReport.DecryptionError => Failed(SnmpFailureKind.PrivacyRefused),
        _ => Failed(SnmpFailureKind.NotUnderstood, "a report that says nothing known"),
    };

    private Opened Answer(UsmEngine engine, UsmMessage message, ScopedPdu scoped)
    {
        if ((message.Flags & (UsmMessage.Authenticated | UsmMessage.Encrypted)) != Level)
            return Doubtful(SnmpFailureKind.AgentNotAuthentic);
        if (!scoped.ContextEngineId.Span.SequenceEqual(engine.Id) || !scoped.ContextName.IsEmpty)
            return Doubtful(SnmpFailureKind.EngineChanged);
        _wasAnswered = true;
        return new Opened.Answer(scoped.Pdu);
    }

    /// <summary>The first packet names no engine, so that the agent reports its own (RFC 3414 §4).</summary>
    private static byte[] Discovery(int id, int requestId) => SnmpEncoder.Encode(new UsmMessage
    {
        MessageId = id,
        MaximumSize = SnmpLimits.Default.MessageBytes,
        Flags = UsmMessage.Reportable,
        EngineId = default,
        Boots = 0,
        Time = 0,
        UserName = default,
        Data = SnmpEncoder.Encode(new ScopedPdu(default, default, new SnmpPdu(SnmpPduType.Get, requestId, 0, 0, []))),
    });

    private Opened Discovered(UsmMessage message)
    {
        if (message.IsAuthenticated || message.EngineId.Length is < ShortestEngineId or > LongestEngineId || ReportIn(message) is null)
            return Doubtful(SnmpFailureKind.NotUnderstood, "no report of an engine");
        _engine = new UsmEngine(user, message.EngineId.ToArray(), new EngineClock(clock));
        _engine.Clock.Guess(message.Boots, message.Time);
        // Late answers to the discovery say nothing any more.
        _sent.Clear();
        return new Opened.SendAgain(new SnmpFailure(SnmpFailureKind.NotUnderstood, "the engine was told again and again"));
    }

    /// <summary>Which of the two ways a device lengthens keys is found by trying, and then remembered.</summary>
    private bool TryOtherKey()
    {
        if (_engine is not { HasTwoKeys: true } || _extensionIsProven)
            return false;
        _extension = _extension == KeyExtension.Blumenthal ? KeyExtension.Reeder : KeyExtension.Blumenthal;
        return _otherWasTried = true;
    }

    private UsmReport? ReportIn(UsmMessage message) =>
        !message.IsEncrypted && Scoped(message.Data) is { Pdu: { Type: SnmpPduType.Report } report } ? UsmStats.Of(report) : null;

    private ScopedPdu? Scoped(ReadOnlyMemory<byte> plain) => SnmpDecoder.DecodeScoped(plain, limits).Value;

    private Opened.Ignored Doubtful(SnmpFailureKind kind, string detail = "")
    {
        _doubt = new SnmpFailure(kind, detail);
        return Opened.Ignored.One;
    }

    private static Opened.Failed Failed(SnmpFailureKind kind, string detail = "") => new(new SnmpFailure(kind, detail));
}
