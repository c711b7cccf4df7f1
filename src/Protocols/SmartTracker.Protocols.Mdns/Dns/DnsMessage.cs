using System.Net;

namespace SmartTracker.Protocols.Mdns.Dns;

/// <summary>A message of RFC 1035 §4, as far as service discovery needs it.</summary>
/// <param name="Records">Answers, authority and additional ones alike.</param>
public sealed record DnsMessage(ushort Id, bool IsResponse, IReadOnlyList<DnsQuestion> Questions, IReadOnlyList<DnsRecord> Records);

public sealed record DnsQuestion(DnsName Name, DnsType Type);

/// <param name="TimeToLive">Seconds; 0 says that the record is no more (RFC 6762 §10.1).</param>
public abstract record DnsRecord(DnsName Name, uint TimeToLive);

/// <summary>From a type of service to one of its instances.</summary>
public sealed record DnsPointer(DnsName Name, uint TimeToLive, DnsName Target) : DnsRecord(Name, TimeToLive);

/// <summary>Where an instance listens (RFC 2782).</summary>
public sealed record DnsService(DnsName Name, uint TimeToLive, int Port, DnsName Host) : DnsRecord(Name, TimeToLive);

/// <summary>What an instance tells about itself, as <c>key=value</c> (RFC 6763 §6).</summary>
public sealed record DnsText(DnsName Name, uint TimeToLive, IReadOnlyList<string> Strings) : DnsRecord(Name, TimeToLive);

public sealed record DnsAddress(DnsName Name, uint TimeToLive, IPAddress Address) : DnsRecord(Name, TimeToLive);

public enum DnsType
{
    Address = 1,
    Pointer = 12,
    Text = 16,
    Address6 = 28,
    Service = 33,
}
