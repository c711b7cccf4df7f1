using SmartTracker.TestHost;

namespace SmartTracker.Modules.Contract.Tests;

/// <summary>Views in the source tree.</summary>
internal static class Sources
{
    public static IReadOnlyList<string> ModuleViews { get; } = Views("src/Modules");

    public static IReadOnlyList<string> AllViews { get; } = Views("src");

    private static string[] Views(string folder) => [.. Repository.Files(folder, "*.cshtml").Order(StringComparer.Ordinal)];
}
