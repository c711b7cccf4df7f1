using Microsoft.AspNetCore.Http;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Shell.Tenants;

/// <summary>Finds the tenant of a request in Orchard Core's order: host:port with prefix, host with prefix, host:port, host, prefix,
/// <c>*.sub</c> wildcards (with prefix first), then Default.</summary>
public static class ShellRouter
{
    public static ShellSettings? Match(IReadOnlyList<ShellSettings> tenants, HostString host, PathString path)
    {
        ArgumentNullException.ThrowIfNull(tenants);
        var prefix = FirstSegment(path);
        var wildcard = host.Host.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? "*" + host.Host[dot..] : "";
        return Find(tenants, host.Value ?? "", prefix)
            ?? Find(tenants, host.Host, prefix)
            ?? Find(tenants, host.Value ?? "", "")
            ?? Find(tenants, host.Host, "")
            ?? (prefix.Length > 0 ? Find(tenants, "", prefix) : null)
            ?? Find(tenants, wildcard, prefix)
            ?? Find(tenants, wildcard, "")
            ?? tenants.FirstOrDefault(tenant => tenant.IsDefault);
    }

    public static string FirstSegment(PathString path)
    {
        var value = path.Value ?? "";
        var end = value.IndexOf('/', Math.Min(1, value.Length));
        return value.Length < 2 ? "" : end < 0 ? value[1..] : value[1..end];
    }

    private static ShellSettings? Find(IReadOnlyList<ShellSettings> tenants, string host, string prefix) =>
        tenants.FirstOrDefault(tenant =>
            !tenant.IsDefault
            && tenant.State != TenantState.Uninitialized
            && tenant.RequestUrlPrefix.Equals(prefix, StringComparison.OrdinalIgnoreCase)
            && (tenant.RequestUrlHost.Length == 0
                ? host.Length == 0
                : tenant.RequestUrlHost.Split(',', StringSplitOptions.TrimEntries).Contains(host, StringComparer.OrdinalIgnoreCase)));
}
