using Microsoft.Extensions.Configuration;

namespace SmartTracker.Abstractions.Tenants;

/// <summary>The host operator's configuration, out of reach of a tenant's own settings: limits and secrets that a tenant must not change.
/// The tenant's <see cref="IConfiguration"/> is this one overlaid with the tenant's file.</summary>
public sealed record HostConfiguration(IConfiguration Values, string DataFolder);
