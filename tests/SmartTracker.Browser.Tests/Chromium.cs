namespace SmartTracker.Browser.Tests;

/// <summary>The system's browser. <c>build.sh</c> installs it; none is ever downloaded by the tests.</summary>
internal static class Chromium
{
    private const string Setting = "SMARTTRACKER_CHROMIUM";
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

    public static string Path { get; } = Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } named
        ? named
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException($"There is no Chromium here. Install it (Debian: apt-get install chromium) or name it in {Setting}.");

    /// <summary>Chromium's own sandbox does not work for root, as whom containers run.</summary>
    public static string[] Arguments { get; } = Environment.IsPrivilegedProcess ? ["--no-sandbox"] : [];
}
