using System.Text.RegularExpressions;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Shell.Tenants;

/// <summary>What a tenant may be called and where it may live.</summary>
public static partial class TenantRules
{
    /// <summary>First path segments that belong to the host or to every tenant; modules' own are added by the host.</summary>
    public static readonly IReadOnlyList<string> ReservedPrefixes =
        ["admin", "login", "logout", "setup", "api", "openapi", "health", "_content", "_framework", "error", "theme.css", "favicon.ico"];

    /// <exception cref="TenantRefusedException">The name, prefix or host cannot be used; the message says why.</exception>
    public static void Check(string name, string prefix, string host, IReadOnlyList<ShellSettings> existing, IReadOnlyCollection<string> reserved)
    {
        ArgumentNullException.ThrowIfNull(existing);
        CheckName(name);
        if (existing.Any(tenant => Same(tenant.Name, name) && tenant.State != TenantState.Uninitialized))
            throw new TenantRefusedException(nameof(NewTenant.Name), "There is already a tenant called '{0}'.", name);
        CheckAddress(name, prefix, host, existing, reserved);
    }

    /// <exception cref="TenantRefusedException">No tenant can have this name, which also names a folder.</exception>
    public static void CheckName(string name)
    {
        if (!NamePattern().IsMatch(name))
            throw new TenantRefusedException(nameof(NewTenant.Name), "The name '{0}' cannot be used. Take 2 to 40 letters, digits or hyphens, beginning with a letter.", name);
    }

    /// <exception cref="TenantRefusedException">The prefix or host cannot be used by the tenant of this name.</exception>
    public static void CheckAddress(string name, string prefix, string host, IReadOnlyList<ShellSettings> existing, IReadOnlyCollection<string> reserved)
    {
        ArgumentNullException.ThrowIfNull(existing);
        if (name == Tenant.DefaultName)
        {
            if (prefix.Length > 0 || host.Length > 0)
                throw new TenantRefusedException(nameof(NewTenant.UrlPrefix), "The Default tenant has neither prefix nor host: it answers whatever no other tenant does.");
            return;
        }

        if (prefix.Length == 0 && host.Length == 0)
            throw new TenantRefusedException(nameof(NewTenant.UrlPrefix), "The tenant '{0}' needs a prefix or a host, otherwise nobody can reach it.", name);
        if (prefix.Length > 0 && !PrefixPattern().IsMatch(prefix))
            throw new TenantRefusedException(nameof(NewTenant.UrlPrefix), "The prefix '{0}' cannot be used. Take 1 to 40 lower-case letters, digits or hyphens, without slashes.", prefix);
        if (reserved.Contains(prefix, StringComparer.OrdinalIgnoreCase))
            throw new TenantRefusedException(nameof(NewTenant.UrlPrefix), "The prefix '{0}' is reserved for the program itself. Choose another one.", prefix);
        if (Hosts(host).FirstOrDefault(one => !HostPattern().IsMatch(one)) is { } wrong)
            throw new TenantRefusedException(nameof(NewTenant.UrlHost), "'{0}' is not a host name. It looks like plot.example.org, plot.example.org:8443 or *.example.org.", wrong);

        var wanted = Hosts(host).DefaultIfEmpty("").ToHashSet(StringComparer.OrdinalIgnoreCase);
        var twin = existing.FirstOrDefault(tenant => !tenant.IsDefault && !Same(tenant.Name, name)
            && Same(tenant.RequestUrlPrefix, prefix)
            && Hosts(tenant.RequestUrlHost).DefaultIfEmpty("").Any(wanted.Contains));
        if (twin is not null)
            throw new TenantRefusedException(nameof(NewTenant.UrlPrefix), "The address '{0}' already belongs to the tenant '{1}'.", $"{host}/{prefix}", twin.Name);
    }

    private static string[] Hosts(string hosts) => hosts.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]{1,39}$")]
    private static partial Regex NamePattern();

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$")]
    private static partial Regex PrefixPattern();

    [GeneratedRegex(@"^(?:\*\.)?[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?(?::\d{1,5})?$")]
    private static partial Regex HostPattern();
}
