using System.Reflection;

namespace SmartTracker.Abstractions.Modules;

/// <summary>A feature as its manifest declares it, with the assembly that holds it.</summary>
public sealed record Feature(
    string Id,
    string Name,
    string Description,
    string Category,
    IReadOnlyList<string> Dependencies,
    bool DefaultTenantOnly,
    bool IsAlwaysEnabled,
    bool IsTheme,
    Assembly Assembly);
