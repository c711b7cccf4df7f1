using SmartTracker.Abstractions.Security;

namespace SmartTracker.Modules.Contract.Tests;

/// <summary>What modules declare about permissions.</summary>
internal static class Declared
{
    public static IReadOnlyList<IPermissionProvider> Providers { get; } =
    [
        .. Modules.Shipped.SelectMany(module => module.GetTypes())
            .Where(type => typeof(IPermissionProvider).IsAssignableFrom(type) && type is { IsAbstract: false, IsInterface: false })
            .Select(type => (IPermissionProvider)Activator.CreateInstance(type, nonPublic: true)!),
    ];

    public static IReadOnlyList<string> Permissions { get; } =
        [.. Providers.SelectMany(provider => provider.Permissions).Select(permission => permission.Name)];
}
