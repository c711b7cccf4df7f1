using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Agents.Downloads;

/// <summary>The agent's program for those who install it: what the host's operator published into a folder, one folder for each system.</summary>
public sealed class AgentPrograms(HostConfiguration host)
{
    /// <summary>Of the host's own configuration.</summary>
    public const string Setting = AgentOptions.Section + ":Programs";

    private static readonly AgentProgramFile[] Known =
    [
        new("linux-x64", "Linux (x64)", "smarttracker-agent"),
        new("linux-arm64", "Linux (ARM64)", "smarttracker-agent"),
        new("win-x64", "Windows (x64)", "smarttracker-agent.exe"),
    ];

    /// <summary>What is there, with its size.</summary>
    public IReadOnlyList<(AgentProgramFile Program, FileInfo File)> List() =>
        host.Values[Setting] is { Length: > 0 } folder
            ? [.. Known.Select(program => (program, new FileInfo(Path.Combine(folder, program.System, program.Name)))).Where(found => found.Item2.Exists)]
            : [];
}

/// <param name="System">Runtime identifier of .NET; names the folder.</param>
/// <param name="Words">For people.</param>
/// <param name="Name">Of the file.</param>
public sealed record AgentProgramFile(string System, string Words, string Name);
