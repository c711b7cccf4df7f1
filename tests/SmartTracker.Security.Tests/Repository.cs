namespace SmartTracker.Security.Tests;

/// <summary>The source tree that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "SmartTracker.Web.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
