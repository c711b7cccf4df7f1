using SmartTracker.Abstractions.Security;

namespace SmartTracker.Users.Domain;

/// <summary>What each role may do in this tenant. Operator (Default only) holds everything, Administrator everything but the installation's own
/// permissions; any other role holds what a recipe gave it, or else what the modules give it by default.</summary>
public sealed class RoleCatalog
{
    private readonly bool _isDefaultTenant;
    private readonly HashSet<string> _all;
    private readonly HashSet<string> _ofTheTenant;
    private readonly Dictionary<string, HashSet<string>> _defaults = new(StringComparer.Ordinal);

    /// <param name="modules">The permissions of each feature of the tenant; host-level where the feature exists only in Default.</param>
    public RoleCatalog(bool isDefaultTenant, IEnumerable<(IPermissionProvider Provider, bool IsHostLevel)> modules)
    {
        var declared = modules.ToList();
        _isDefaultTenant = isDefaultTenant;
        _all = [.. declared.SelectMany(module => module.Provider.Permissions).Select(permission => permission.Name)];
        _ofTheTenant = [.. declared.Where(module => !module.IsHostLevel).SelectMany(module => module.Provider.Permissions).Select(permission => permission.Name)];
        foreach (var (role, permissions) in declared.SelectMany(module => module.Provider.DefaultRoles))
        {
            if (!_defaults.TryGetValue(role, out var granted))
                _defaults[role] = granted = [];
            granted.UnionWith(permissions);
        }
    }

    /// <summary>The roles that exist without anybody having described them.</summary>
    public IEnumerable<string> BuiltIn => new[] { RoleIds.Operator, RoleIds.Administrator, RoleIds.Bookkeeper, RoleIds.Customer }
        .Union(_defaults.Keys)
        .Where(MayExist);

    /// <summary>Operator runs the installation, so no other tenant can have one.</summary>
    public bool MayExist(string role) => _isDefaultTenant || role != RoleIds.Operator;

    /// <summary>Operator and Administrator cannot be cut down, otherwise nobody could mend it.</summary>
    public static bool IsFixed(string role) => role is RoleIds.Operator or RoleIds.Administrator;

    /// <summary>Names that mean something in every tenant, whether or not this one may have the role.</summary>
    public static bool IsReserved(string role) => new[] { RoleIds.Operator, RoleIds.Administrator, RoleIds.Bookkeeper, RoleIds.Customer }
        .Contains(role, StringComparer.OrdinalIgnoreCase);

    public bool Declares(string permission) => _all.Contains(permission);

    /// <param name="own">What a recipe gave the role, or null.</param>
    public IReadOnlySet<string> Granted(string role, IEnumerable<string>? own) => role switch
    {
        RoleIds.Operator => _isDefaultTenant ? _all : [],
        RoleIds.Administrator => _ofTheTenant,
        _ when own is not null => own.Where(_all.Contains).ToHashSet(),
        _ => _defaults.TryGetValue(role, out var granted) ? granted : [],
    };
}
