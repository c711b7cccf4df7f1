using SmartTracker.PrinterReaders.Discovery;

namespace SmartTracker.Printers.Domain.Discovery;

/// <summary>From answers to printers: a device that answers in several ways is one, and what is registered already is told so.</summary>
public static class Candidates
{
    /// <summary>The way that tells most of jobs comes first.</summary>
    private static readonly string[] Preference = [Printer.PiwsProtocol, Printer.EwsProtocol, Printer.IppProtocol, Printer.StateOnly];

    public static IReadOnlyList<Candidate> Of(IEnumerable<FoundPrinter> found, IReadOnlyCollection<Printer> registered)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(registered);
        var devices = new List<List<FoundPrinter>>();
        foreach (var answer in found.OrderBy(Rank).ThenBy(answer => answer.Address.AbsoluteUri, StringComparer.Ordinal))
        {
            if (devices.FirstOrDefault(device => device.Any(known => AreSame(known, answer))) is { } device)
                device.Add(answer);
            else
                devices.Add([answer]);
        }

        return [.. devices.Select(device => Judged(device, registered)).OrderBy(candidate => candidate.Address.Host, StringComparer.Ordinal).ThenBy(candidate => candidate.Address.Port)];
    }

    private static Candidate Judged(List<FoundPrinter> device, IReadOnlyCollection<Printer> registered)
    {
        var best = device[0];
        var serial = device.Select(answer => answer.Identity.SerialNumber).FirstOrDefault(IsTrueSerial) ?? best.Identity.SerialNumber;
        var mac = device.Select(answer => answer.MacAddress).FirstOrDefault(known => known is not null);
        var twin = registered.FirstOrDefault(printer => serial is not null && string.Equals(printer.SerialNumber, serial, StringComparison.OrdinalIgnoreCase))
            ?? registered.FirstOrDefault(printer => mac is not null && printer.MacAddress == mac);
        var there = registered.FirstOrDefault(printer => device.Any(answer => printer.Address == answer.Address.AbsoluteUri));
        return new Candidate(best.Address, best.Protocol, best.Identity with { SerialNumber = serial }, mac, [.. device.Select(answer => answer.Protocol).Distinct()], best.Certificate)
        {
            Snmp = device.FirstOrDefault(answer => answer.Snmp is not null) is { } agent ? new CandidateAgent(agent.Snmp!, agent.Address.Port) : null,
            Known = twin ?? there,
            Standing = twin is null && there is null ? CandidateStanding.New
                : twin is not null && twin.Address != best.Address.AbsoluteUri && there is null ? CandidateStanding.Elsewhere
                : twin is null && IsTrueSerial(serial) && there!.SerialNumber is { } expected && expected != serial ? CandidateStanding.OtherDevice
                : CandidateStanding.Registered,
        };
    }

    private static bool AreSame(FoundPrinter one, FoundPrinter other)
    {
        var (first, second) = (one.Identity.SerialNumber, other.Identity.SerialNumber);
        if (first is not null && string.Equals(first, second, StringComparison.OrdinalIgnoreCase))
            return true;
        if (one.MacAddress is not null && one.MacAddress == other.MacAddress)
            return true;
        // A UUID stands in for a serial number that was not told; it differs from one protocol to the next.
        return one.Address.Host == other.Address.Host && one.Protocol != other.Protocol && !(IsTrueSerial(first) && IsTrueSerial(second));
    }

    private static bool IsTrueSerial(string? serial) => serial is not null && !Guid.TryParse(serial, out _);

    private static int Rank(FoundPrinter answer) => Array.IndexOf(Preference, answer.Protocol) is >= 0 and var rank ? rank : Preference.Length;
}

/// <summary>A printer that was found.</summary>
/// <param name="Protocol">The best of <paramref name="Ways"/>.</param>
/// <param name="Ways">Protocols by which it answered.</param>
public sealed record Candidate(
    Uri Address, string Protocol, PrinterReaders.PrinterIdentity Identity, string? MacAddress, IReadOnlyList<string> Ways, PrinterReaders.PrinterCertificate? Certificate)
{
    public CandidateStanding Standing { get; init; }

    /// <summary>The registration that it belongs to, or that stands at its address.</summary>
    public Printer? Known { get; init; }

    /// <summary>How its SNMP agent answered, or null.</summary>
    public CandidateAgent? Snmp { get; init; }

    public bool IsNew => Standing == CandidateStanding.New;
}

/// <param name="Access">A secret.</param>
public sealed record CandidateAgent(PrinterReaders.State.SnmpAccess Access, int Port)
{
    // A record prints all its members; this one holds a secret.
    public override string ToString() => $"SNMP {Access.Version} at {Port}";
}

public enum CandidateStanding
{
    New,
    Registered,

    /// <summary>Registered, but at another address.</summary>
    Elsewhere,

    /// <summary>Another device than the one that is registered at this address.</summary>
    OtherDevice,
}
