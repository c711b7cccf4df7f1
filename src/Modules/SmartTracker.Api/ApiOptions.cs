using System.ComponentModel.DataAnnotations;

namespace SmartTracker.Api;

/// <summary>Settings of the REST interface. They are the host operator's: a tenant cannot raise them.</summary>
public sealed class ApiOptions
{
    public const string Section = "SmartTracker:Api";

    /// <summary>How many requests a key may make in a minute.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerMinute { get; set; } = 600;
}
