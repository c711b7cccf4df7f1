using SmartTracker.Crash.Tests;

/// <summary>The runtime loads it into a host before the host's own first line, because the variable DOTNET_STARTUP_HOOKS names this assembly.</summary>
#pragma warning disable CA1050 // The runtime looks for this name in no namespace.
internal static class StartupHook
#pragma warning restore CA1050
{
    private const string Variable = "SMARTTRACKER_CRASH_FAULT";

    public static void Initialize()
    {
        if (System.Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } fault)
            SqliteCommits.Watch(Fault.Parse(fault));
    }

    public static Dictionary<string, string> Environment(Fault fault) =>
        new() { ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location, [Variable] = fault.ToString() };
}
