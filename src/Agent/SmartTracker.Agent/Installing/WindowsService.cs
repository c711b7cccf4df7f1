using System.Runtime.Versioning;
using System.ServiceProcess;
using SmartTracker.Agent.Files;
using SmartTracker.Agent.Running;

namespace SmartTracker.Agent.Installing;

/// <summary>The agent as a Windows service under the system's account.</summary>
[SupportedOSPlatform("windows")]
internal static class WindowsService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Where it is installed already, the new program takes the old one's place.</summary>
    public static async Task InstallAsync(AgentFolder folder)
    {
        var isThere = ServiceController.GetServices().Any(service => service.ServiceName == AgentProgram.ServiceName);
        if (isThere)
            await StopAsync();
        InstalledProgram.Put();
        await OtherProgram.RunAsync(
            "sc.exe", isThere ? "config" : "create", AgentProgram.ServiceName, "binPath=", $"\"{InstalledProgram.Place}\" run --data \"{folder.Path}\"", "start=", "auto", "DisplayName=", "SmartTracker on-site agent");
        await OtherProgram.RunAsync("sc.exe", "failure", AgentProgram.ServiceName, "reset=", "86400", "actions=", "restart/10000");
        await OtherProgram.RunAsync("sc.exe", "start", AgentProgram.ServiceName);
    }

    public static async Task UninstallAsync()
    {
        if (!ServiceController.GetServices().Any(service => service.ServiceName == AgentProgram.ServiceName))
            throw new AgentException("The service is not installed.");
        await StopAsync();
        await OtherProgram.RunAsync("sc.exe", "delete", AgentProgram.ServiceName);
    }

    // Windows lets nobody change the file of a program that runs.
    private static Task StopAsync() => Task.Run(() =>
    {
        try
        {
            using var service = new ServiceController(AgentProgram.ServiceName);
            if (service.Status is not (ServiceControllerStatus.Stopped or ServiceControllerStatus.StopPending))
                service.Stop();
            service.WaitForStatus(ServiceControllerStatus.Stopped, Patience);
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.ServiceProcess.TimeoutException)
        {
            throw new AgentException($"The service could not be stopped: {exception.Message}");
        }
    });
}
