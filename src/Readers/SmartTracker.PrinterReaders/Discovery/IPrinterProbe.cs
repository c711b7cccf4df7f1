using System.Net;
using SmartTracker.PrinterReaders.State;

namespace SmartTracker.PrinterReaders.Discovery;

/// <summary>Asks one address whether a printer answers there, by one protocol. Stateless; what does not answer comes back as null, only cancellation throws.</summary>
public interface IPrinterProbe
{
    /// <summary>What a printer found this way is registered with, such as <c>piws</c>, <c>ipp</c> or <c>none</c> for state only.</summary>
    string Protocol { get; }

    /// <summary>The port at which the protocol is usual.</summary>
    int UsualPort { get; }

    /// <param name="target">Allowed by the caller's network policy, which is asked again when the connection is made.</param>
    Task<FoundPrinter?> ProbeAsync(ProbeTarget target, CancellationToken cancellationToken);
}

/// <param name="Allows">See <see cref="PrinterConnection.Allows"/>.</param>
/// <param name="Patience">For all that is asked of this address.</param>
public sealed record ProbeTarget(IPEndPoint Endpoint, Func<IPEndPoint, bool> Allows, TimeSpan Patience)
{
    /// <summary>Tried in turn; empty asks no SNMP agent.</summary>
    public IReadOnlyList<SnmpAccess> SnmpAccesses { get; init; } = [];
}

/// <summary>A printer that answered.</summary>
/// <param name="Address">As it would be registered.</param>
public sealed record FoundPrinter(Uri Address, string Protocol, PrinterIdentity Identity)
{
    /// <summary>Twelve hexadecimal digits in upper case, where the protocol tells it.</summary>
    public string? MacAddress { get; init; }

    public PrinterCertificate? Certificate { get; init; }

    /// <summary>The SNMP access that it took. A secret.</summary>
    public SnmpAccess? Snmp { get; init; }

    /// <summary>Leaves secrets out: records print themselves.</summary>
    public override string ToString() => $"{Protocol} {Address}";
}
