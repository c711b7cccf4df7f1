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
        if (name == Tenant.DefaultName && (prefix.Length > 0 || host.Length > 0))
            throw new TenantRefusedException("The Default tenant has neither prefix nor host: it answers whatever no other tenant does.");
        if (!NamePattern().IsMatch(name))
            throw new TenantRefusedException($"The name '{name}' cannot be used. Take 2 to 40 letters, digits or hyphens, beginning with a letter.");
        if (existing.Any(tenant => tenant.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && tenant.State != TenantState.Uninitialized))
            throw new TenantRefusedException($"There is already a tenant called '{name}'.");
        if (name != Tenant.DefaultName && prefix.Length == 0 && host.Length == 0)
            throw new TenantRefusedException($"The tenant '{name}' needs a prefix or a host, otherwise nobody can reach it.");
        if (prefix.Length > 0 && !PrefixPattern().IsMatch(prefix))
            throw new TenantRefusedException($"The prefix '{prefix}' cannot be used. Take 1 to 40 lower-case letters, digits or hyphens, without slashes.");
        if (reserved.Contains(prefix, StringComparer.OrdinalIgnoreCase))
            throw new TenantRefusedException($"The prefix '{prefix}' is reserved for the program itself. Choose another one.");
        var twin = existing.FirstOrDefault(tenant => !tenant.IsDefault && !tenant.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
            && tenant.RequestUrlPrefix.Equals(prefix, StringComparison.OrdinalIgnoreCase)
            && tenant.RequestUrlHost.Equals(host, StringComparison.OrdinalIgnoreCase));
        if (twin is not null && name != Tenant.DefaultName)
            throw new TenantRefusedException($"The address '{host}/{prefix}' already belongs to the tenant '{twin.Name}'.");
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]{1,39}$")]
    private static partial Regex NamePattern();

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$")]
    private static partial Regex PrefixPattern();
}
