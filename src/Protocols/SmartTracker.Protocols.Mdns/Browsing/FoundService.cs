using System.Net;

namespace SmartTracker.Protocols.Mdns.Browsing;

/// <summary>An instance of a service, as a device announces it. All of it is the device's claim: check the address before anything is sent there.</summary>
/// <param name="Name">For people, unique in its network and type, such as <c>HP DesignJet T1700 [A1B2C3]</c>.</param>
/// <param name="Type">Such as <c>_ipp._tcp</c>.</param>
/// <param name="Host">Such as <c>hpa1b2c3.local</c>.</param>
/// <param name="Addresses">Of the host; empty where nobody told one.</param>
/// <param name="Text">By key, without regard to case; the first of a key counts (RFC 6763 §6.4).</param>
/// <param name="AnsweredBy">Who told of it: the device itself, as a rule.</param>
public sealed record FoundService(
    string Name, string Type, string Host, int Port, IReadOnlyList<IPAddress> Addresses, IReadOnlyDictionary<string, string> Text, IPAddress AnsweredBy);
