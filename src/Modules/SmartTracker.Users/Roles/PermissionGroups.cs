using System.Reflection;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Roles;

/// <summary>The permissions of the tenant's features in words, each module's in its own language resources.</summary>
public sealed class PermissionGroups(IEnumerable<IPermissionProvider> providers, RoleCatalog catalog, IStringLocalizerFactory localizers)
{
    public IReadOnlyList<PermissionGroup> Read() =>
    [
        .. providers.Where(provider => provider.Permissions.Count > 0)
            .GroupBy(provider => provider.GetType().Assembly)
            .Select(group => Group(group.Key, [.. group]))
            .OrderBy(group => group.Module, StringComparer.CurrentCulture),
    ];

    private PermissionGroup Group(Assembly assembly, IReadOnlyList<IPermissionProvider> ofModule)
    {
        var texts = TextsOf(assembly);
        var name = assembly.GetCustomAttribute<ModuleAttribute>()?.Name ?? assembly.GetName().Name!;
        return new(In(texts, name), [.. ofModule.SelectMany(provider => provider.Permissions.Select(permission => new DescribedPermission(
            permission.Name,
            In(texts, permission.Description),
            [.. provider.DefaultRoles.Where(role => role.Value.Contains(permission.Name) && catalog.MayExist(role.Key)).Select(role => role.Key)])))]);
    }

    // A module marks its texts by the type Texts beside its Startup.
    private IStringLocalizer? TextsOf(Assembly assembly) =>
        assembly.GetType(assembly.GetName().Name + ".Texts") is { } marker ? localizers.Create(marker) : null;

    private static string In(IStringLocalizer? texts, string key) => texts?[key].Value ?? key;
}

/// <summary>What one module lets people do.</summary>
public sealed record PermissionGroup(string Module, IReadOnlyList<DescribedPermission> Permissions);

/// <param name="Stereotypes">The roles that hold it unless somebody decided otherwise.</param>
public sealed record DescribedPermission(string Name, string Description, IReadOnlyList<string> Stereotypes);
