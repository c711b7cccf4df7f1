using System.Reflection;
using SmartTracker.Abstractions.Modules;

namespace SmartTracker.Modules.Contract.Tests;

/// <summary>Every module and theme that the host ships, found in the output folder.</summary>
internal static class Modules
{
    public static IReadOnlyList<Assembly> Shipped { get; } =
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "SmartTracker.*.dll")
            .Select(Path.GetFileNameWithoutExtension).OfType<string>()
            .Where(name => !name.EndsWith(".Tests", StringComparison.Ordinal) && name != "SmartTracker.TestHost")
            .Order(StringComparer.Ordinal)
            .Select(Assembly.Load),
    ];

    public static IReadOnlyList<Assembly> All { get; } = [.. Shipped.Where(assembly => assembly.IsDefined(typeof(ModuleAttribute)))];

    public static TheoryData<string> Names => [.. All.Select(NameOf)];

    public static TheoryData<string> NamesWithoutThemes => [.. All.Where(module => Manifest(module) is not ThemeAttribute).Select(NameOf)];

    public static string NameOf(Assembly assembly) => assembly.GetName().Name!;

    public static Assembly Find(string name) => Shipped.Single(assembly => NameOf(assembly) == name);

    public static ModuleAttribute Manifest(Assembly module) => module.GetCustomAttribute<ModuleAttribute>()!;
}
