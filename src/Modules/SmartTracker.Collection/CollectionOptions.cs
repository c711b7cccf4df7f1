using System.ComponentModel.DataAnnotations;

namespace SmartTracker.Collection;

/// <summary>Section <c>SmartTracker:Collection</c>.</summary>
public sealed class CollectionOptions
{
    public const string Section = "SmartTracker:Collection";

    /// <summary>How often printers are read.</summary>
    [Range(1, 1440)]
    public int EveryMinutes { get; set; } = 5;

    /// <summary>How many printers of one tenant are spoken to at the same time.</summary>
    [Range(1, 64)]
    public int PrintersAtOnce { get; set; } = 4;

    /// <summary>The whole conversation with one printer.</summary>
    [Range(1, 600)]
    public int DeadlineSeconds { get; set; } = 60;
}
