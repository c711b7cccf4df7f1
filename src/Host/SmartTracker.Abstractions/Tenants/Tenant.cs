using System.Globalization;
using NodaTime;
using SmartTracker.Abstractions.Quantities;

namespace SmartTracker.Abstractions.Tenants;

/// <summary>The tenant in whose scope the code runs. Inject it; it never changes during the life of a shell.</summary>
/// <param name="Name">The technical name, also the folder under <c>Sites</c>.</param>
/// <param name="SiteName">What people call the tenant.</param>
/// <param name="UrlPrefix">First path segment without slashes, or empty.</param>
public sealed record Tenant(
    string Name,
    string SiteName,
    string UrlPrefix,
    CultureInfo Culture,
    DateTimeZone TimeZone,
    Currency Currency)
{
    public const string DefaultName = "Default";

    /// <summary>The provider's own tenant.</summary>
    public bool IsDefault => Name == DefaultName;
}
