namespace SmartTracker.Modules.Contract.Tests;

/// <summary>The source tree that the tests were built from.</summary>
internal static class Sources
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static IReadOnlyList<string> ModuleViews { get; } = Views("src/Modules");

    public static IReadOnlyList<string> AllViews { get; } = Views("src");

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string[] Views(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cshtml", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "SmartTracker.Web.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
