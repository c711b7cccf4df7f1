using Microsoft.AspNetCore.Http;

namespace SmartTracker.Shell.Tenants;

/// <summary>Finds the tenant of a request in Orchard Core's order: host:port with prefix, host with prefix, host:port, host, prefix,
/// <c>*.sub</c> wildcards (with prefix first), then Default. Looks addresses up, so that it costs the same with ten thousand tenants.</summary>
public sealed class ShellRouter
{
    private readonly Dictionary<string, ShellSettings> _byAddress = new(StringComparer.OrdinalIgnoreCase);
    private readonly ShellSettings? _default;
    private readonly bool _anyHost;

    public ShellRouter(IReadOnlyList<ShellSettings> tenants)
    {
        ArgumentNullException.ThrowIfNull(tenants);
        foreach (var tenant in tenants)
        {
            if (tenant.IsDefault)
            {
                _default = tenant;
                continue;
            }

            var hosts = tenant.RequestUrlHost.Split(',', StringSplitOptions.TrimEntries);
            _anyHost |= hosts.Any(host => host.Length > 0);
            // Without prefix and host there is no address: such a tenant would take Default's place.
            foreach (var host in hosts.Where(host => host.Length > 0 || tenant.RequestUrlPrefix.Length > 0))
                _byAddress.TryAdd(Address(host, tenant.RequestUrlPrefix), tenant);
        }
    }

    public ShellSettings? Match(HostString host, PathString path)
    {
        var prefix = FirstSegment(path);
        var byPrefix = prefix.Length > 0 ? Find("", prefix) : null;
        if (!_anyHost)
            return byPrefix ?? _default;

        var wildcard = host.Host.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? "*" + host.Host[dot..] : "";
        return Find(host.Value ?? "", prefix)
            ?? Find(host.Host, prefix)
            ?? Find(host.Value ?? "", "")
            ?? Find(host.Host, "")
            ?? byPrefix
            ?? Find(wildcard, prefix)
            ?? Find(wildcard, "")
            ?? _default;
    }

    public static string FirstSegment(PathString path)
    {
        var value = path.Value ?? "";
        var end = value.IndexOf('/', Math.Min(1, value.Length));
        return value.Length < 2 ? "" : end < 0 ? value[1..] : value[1..end];
    }

    private ShellSettings? Find(string host, string prefix) => _byAddress.GetValueOrDefault(Address(host, prefix));

    private static string Address(string host, string prefix) => host + "/" + prefix;
}
