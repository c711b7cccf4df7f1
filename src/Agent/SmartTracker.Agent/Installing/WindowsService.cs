using SmartTracker.Agent.Files;
using SmartTracker.Agent.Running;

namespace SmartTracker.Agent.Installing;

/// <summary>The agent as a Windows service.</summary>
internal static class WindowsService
{
    public static async Task InstallAsync(string program, AgentFolder folder)
    {
        await OtherProgram.RunAsync(
            "sc.exe", "create", AgentProgram.ServiceName, "binPath=", $"\"{program}\" run --data \"{folder.Path}\"", "start=", "auto", "DisplayName=", "SmartTracker on-site agent");
        await OtherProgram.RunAsync("sc.exe", "failure", AgentProgram.ServiceName, "reset=", "86400", "actions=", "restart/10000");
        await OtherProgram.RunAsync("sc.exe", "start", AgentProgram.ServiceName);
    }

    public static async Task UninstallAsync()
    {
        // It may stand still already.
        _ = await OtherProgram.TryAsync("sc.exe", "stop", AgentProgram.ServiceName);
        await OtherProgram.RunAsync("sc.exe", "delete", AgentProgram.ServiceName);
    }
}
