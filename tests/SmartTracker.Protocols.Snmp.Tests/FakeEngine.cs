using SmartTracker.Protocols.Snmp.Codec;
using SmartTracker.Protocols.Snmp.Messages;
using SmartTracker.Protocols.Snmp.Security;
using SmartTracker.SnmpPeers;

namespace SmartTracker.Protocols.Snmp.Tests;

/// <summary>The agent's side of v3, with places where it can lie. That the honest side is right is proven against snmpd.</summary>
internal sealed class FakeEngine
{
    private readonly SnmpUser _user;
    private readonly UsmEngine _own;
    private readonly UsmEngine _withoutPrivacy;

    public FakeEngine(SnmpUser user)
    {
        _user = user;
        _own = new UsmEngine(user, Id, new EngineClock(TimeProvider.System));
        _withoutPrivacy = new UsmEngine(user with { Privacy = PrivacyProtocol.None }, Id, new EngineClock(TimeProvider.System));
    }

    public static byte[] Id { get; } = Convert.FromHexString("80001F8804706C6F74746572");

    public int Boots { get; set; } = 7;

    public int Time { get; set; } = 100_000;

    /// <summary>What the discovery is told, which nobody signs.</summary>
    public (int Boots, int Time)? Pretends { get; set; }

    public KeyExtension Extension { get; set; }

    /// <summary>Silent about what it cannot read, as net-snmp is.</summary>
    public bool KeepsSilent { get; set; }

    /// <summary>The report sent instead of an answer.</summary>
    public uint? Reports { get; set; }

    /// <summary>Done to the message that carries an answer, before it is signed.</summary>
    public Func<UsmMessage, UsmMessage> Changes { get; set; } = message => message;

    /// <summary>Done to its bytes, after.</summary>
    public Func<byte[], byte[]> Tampers { get; set; } = bytes => bytes;

    /// <summary>Sends the answer without code and in clear text.</summary>
    public bool Downgrades { get; set; }

    public SnmpAgent Start() => new((packet, _) => Answer((UsmMessage)SnmpDecoder.Decode(packet).Value!, packet) is { } answer ? [answer] : []);

    private byte[]? Answer(UsmMessage asked, byte[] packet)
    {
        if (asked.EngineId.IsEmpty)
            return Report(asked, 4, signed: false, Pretends);
        if (Reports is { } report)
            return Report(asked, report, signed: false);
        if (_user.Authentication != AuthenticationProtocol.None && !_own.IsAuthentic(packet, asked))
            return Report(asked, 5, signed: false);
        if (_user.Authentication != AuthenticationProtocol.None && (asked.Boots != Boots || Math.Abs(asked.Time - Time) > 150))
            return Report(asked, 2, signed: true);
        var scoped = SnmpDecoder.DecodeScoped(asked.IsEncrypted ? _own.Decrypt(asked, Extension) : asked.Data).Value;
        if (scoped is null)
            return KeepsSilent ? null : Report(asked, 6, signed: false);

        var answer = scoped with { Pdu = Make.Plotter.Answer(scoped.Pdu, isVersion1: false) };
        var header = Changes(Header(asked, (byte)(asked.Flags & 3), (Boots, Time)));
        return Tampers(Downgrades ? SnmpEncoder.Encode(header with { Flags = 0, Data = SnmpEncoder.Encode(answer) }) : _own.Seal(header, answer, Extension));
    }

    private byte[] Report(UsmMessage asked, uint counter, bool signed, (int Boots, int Time)? clock = null)
    {
        var pdu = new SnmpPdu(SnmpPduType.Report, 0, 0, 0, [new SnmpVarbind(new Oid(1, 3, 6, 1, 6, 3, 15, 1, 1, counter, 0), new SnmpInteger(1, SnmpTag.Counter32))]);
        var header = Header(asked, signed ? UsmMessage.Authenticated : (byte)0, clock ?? (Boots, Time));
        var scoped = new ScopedPdu(Id, default, pdu);
        return signed ? _withoutPrivacy.Seal(header, scoped, default) : SnmpEncoder.Encode(header with { Data = SnmpEncoder.Encode(scoped) });
    }

    private static UsmMessage Header(UsmMessage asked, byte flags, (int Boots, int Time) clock) => new()
    {
        MessageId = asked.MessageId,
        MaximumSize = 65507,
        Flags = flags,
        EngineId = Id,
        Boots = clock.Boots,
        Time = clock.Time,
        UserName = asked.UserName,
    };
}
