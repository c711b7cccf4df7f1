using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace SmartTracker.Users.Roles;

public sealed class RoleForm
{
    public string? Name { get; set; }

    public string? Description { get; set; }

    public List<string> Permissions { get; set; } = [];

    /// <summary>Null while the role is new.</summary>
    [BindNever]
    public string? Existing { get; set; }

    [BindNever]
    public IReadOnlyList<PermissionGroup> Groups { get; set; } = [];

    /// <summary>What the reader holds and so may give.</summary>
    [BindNever]
    public IReadOnlySet<string> Grantable { get; set; } = new HashSet<string>();

    [BindNever]
    public bool IsBuiltIn { get; set; }

    /// <summary>Operator and Administrator: shown, not changed.</summary>
    [BindNever]
    public bool IsFixed { get; set; }

    /// <summary>The reader may change it.</summary>
    [BindNever]
    public bool MayChange { get; set; }

    [BindNever]
    public bool HasOwnPermissions { get; set; }

    [BindNever]
    public int Holders { get; set; }
}
