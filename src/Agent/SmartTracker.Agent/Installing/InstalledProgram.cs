using SmartTracker.Agent.Files;

namespace SmartTracker.Agent.Installing;

/// <summary>Where the service's program stands: only administrators can change it there, and a service sees it. The folder that it was loaded down to is neither.</summary>
internal static class InstalledProgram
{
    public static string Place { get; } = OperatingSystem.IsWindows()
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "SmartTracker Agent", "smarttracker-agent.exe")
        : "/usr/local/bin/smarttracker-agent";

    /// <summary>Puts the running program there. What runs there goes on with the old file until it is started again.</summary>
    /// <exception cref="AgentException">What runs is not one file.</exception>
    public static void Put()
    {
        var program = Published();
        if (program == Place)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(Place)!);
        var temporary = Place + ".new";
        File.Copy(program, temporary, overwrite: true);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(temporary, (UnixFileMode)0b111_101_101);
        File.Move(temporary, Place, overwrite: true);
    }

    // Built and not published, its parts lie beside it.
    private static string Published() => Environment.ProcessPath is { } path && !File.Exists(Path.Combine(AppContext.BaseDirectory, "SmartTracker.Agent.dll"))
        ? path
        : throw new AgentException("Install the published program, which is one file. How it is made says docs/agent.md.");
}
