using System.Net;
using SmartTracker.Agent.Files;
using SmartTracker.Protocols.Http.Networks;

namespace SmartTracker.Agent.Visiting;

/// <summary>The site's own word about where the agent may connect to, whatever the plan says.</summary>
public sealed class LocalNetworks
{
    public static readonly IReadOnlyList<string> Private = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"];

    private readonly NetworkPolicy _policy;

    /// <param name="allow">Null allows private networks.</param>
    /// <exception cref="AgentException">An entry is not a network.</exception>
    public LocalNetworks(IReadOnlyList<string>? allow)
    {
        try
        {
            _policy = new NetworkPolicy([.. (allow ?? Private).Select(AllowedNetwork.Parse)]);
        }
        catch (FormatException exception)
        {
            throw new AgentException($"The list of allowed networks is wrong: {exception.Message}");
        }
    }

    public bool Allows(IPEndPoint target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return _policy.Allows(target.Address, target.Port);
    }
}
