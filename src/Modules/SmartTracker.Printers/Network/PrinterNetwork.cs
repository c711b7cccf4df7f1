using System.Net;
using Microsoft.Extensions.Logging;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Protocols.Http.Networks;

namespace SmartTracker.Printers.Network;

/// <summary>The host operator's list for this tenant. Read from the host's configuration, which no tenant can change.</summary>
public sealed partial class PrinterNetwork(HostConfiguration host, Tenant tenant, ILogger<PrinterNetwork> logger) : IPrinterNetwork
{
    public const string Setting = "SmartTracker:Network:Allow";

    public bool Allows(IPEndPoint target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return ReadPolicy().Allows(target.Address, target.Port);
    }

    // Read at each connection: the operator's change holds at once, and a connection costs far more than this.
    private NetworkPolicy ReadPolicy() => new(List());

    /// <summary>The entries that are networks, in the operator's order.</summary>
    public IReadOnlyList<AllowedNetwork> List()
    {
        var entries = Read(Setting).Concat(Read($"SmartTracker:Network:Tenants:{tenant.Name}:Allow"));
        var networks = new List<AllowedNetwork>();
        foreach (var entry in entries)
        {
            try
            {
                networks.Add(AllowedNetwork.Parse(entry));
            }
            catch (FormatException exception)
            {
                // A wrong entry allows nothing; the others still hold.
                LogWrongEntry(exception.Message);
            }
        }

        return networks;
    }

    // An array, or (as environment variables and the command line give it) one value with entries apart by blanks or semicolons.
    private IEnumerable<string> Read(string key)
    {
        var section = host.Values.GetSection(key);
        var single = section.Value?.Split([' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        return single.Concat(section.GetChildren().Select(child => child.Value).OfType<string>());
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The setting SmartTracker:Network has an entry that is not a network: {Reason}")]
    private partial void LogWrongEntry(string reason);
}
