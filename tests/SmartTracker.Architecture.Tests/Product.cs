using System.Reflection;

namespace SmartTracker.Architecture.Tests;

/// <summary>The assemblies that the host ships, found in the output folder, so that a new module is checked without being named here.</summary>
internal static class Product
{
    public const string Prefix = "SmartTracker.";

    public static IReadOnlyList<Assembly> Assemblies { get; } =
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, Prefix + "*.dll")
            .Select(Path.GetFileNameWithoutExtension).OfType<string>()
            .Where(name => !name.EndsWith(".Tests", StringComparison.Ordinal) && name != "SmartTracker.TestHost")
            .Order(StringComparer.Ordinal)
            .Select(Assembly.Load),
    ];

    public static TheoryData<string> Names => [.. Assemblies.Select(NameOf)];

    public static Assembly Find(string name) => Assemblies.Single(assembly => NameOf(assembly) == name);

    public static string NameOf(Assembly assembly) => assembly.GetName().Name!;

    /// <summary>Our own assemblies that this one uses.</summary>
    public static IEnumerable<string> References(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal));
}
