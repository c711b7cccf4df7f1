namespace SmartTracker.Abstractions.Security;

/// <summary>A right that a module declares and roles grant.</summary>
/// <param name="Name">Module and verb, such as <c>Printers.Edit</c>; a constant, because attributes name it.</param>
/// <param name="Description">English; shown through the localizer.</param>
public sealed record Permission(string Name, string Description);

/// <summary>The permissions of one module and the roles that hold them unless a recipe says otherwise.</summary>
public interface IPermissionProvider
{
    IReadOnlyList<Permission> Permissions { get; }

    /// <summary>Role id (<see cref="RoleIds"/>) to permission names.</summary>
    IReadOnlyDictionary<string, string[]> DefaultRoles { get; }
}

/// <summary>The roles that every tenant knows.</summary>
public static class RoleIds
{
    /// <summary>Runs the installation; exists only in the Default tenant.</summary>
    public const string Operator = "Operator";
    public const string Administrator = "Administrator";
    public const string Bookkeeper = "Bookkeeper";
    public const string Customer = "Customer";
}
