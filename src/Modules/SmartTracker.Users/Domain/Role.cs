namespace SmartTracker.Users.Domain;

/// <summary>A role that somebody holds or a recipe describes. Its name is its id, as recipes and modules write it.</summary>
public sealed class Role
{
    public required string Name { get; init; }

    public string Description { get; set; } = "";

    /// <summary>False as long as the role has what the modules give it by default.</summary>
    public bool HasOwnPermissions { get; set; }

    public List<RolePermission> Permissions { get; init; } = [];
}

/// <summary>A permission that a role holds by decision of a recipe.</summary>
public sealed class RolePermission
{
    public required string RoleName { get; init; }

    public required string Permission { get; init; }
}
