namespace SmartTracker.Abstractions.Modules;

/// <summary>Says that an assembly is a module, which is also one feature that a tenant can have. One per assembly, in <c>Manifest.cs</c>.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public class ModuleAttribute : Attribute
{
    /// <summary>The feature's id, equal to the assembly's name, such as <c>SmartTracker.Printers</c>.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public required string Category { get; init; }

    /// <summary>Ids of the features that are switched on with this one and start before it.</summary>
    public string[] Dependencies { get; init; } = [];

    /// <summary>Only the provider's own tenant may have it.</summary>
    public bool DefaultTenantOnly { get; init; }

    /// <summary>Every tenant has it and nobody can switch it off.</summary>
    public bool IsAlwaysEnabled { get; init; }
}
