using System.CommandLine;
using SmartTracker.Agent.Files;
using SmartTracker.Agent.Installing;

namespace SmartTracker.Agent.Commands;

/// <summary><c>install</c> and <c>uninstall</c>: the agent as a service of the operating system.</summary>
internal static class InstallCommands
{
    private static readonly Option<bool> Print = new("--print") { Description = "Only print the systemd unit that would be written." };

    public static Command Install()
    {
        var command = new Command("install", "Installs and starts the agent as a systemd service or a Windows service.") { Print };
        command.SetAction(CommandLine.On(async (folder, parsed, _) =>
        {
            if (parsed.GetValue(Print))
            {
                Console.Write(SystemdUnit.Text(InstalledProgram.Place, folder.Path));
                return 0;
            }

            folder.ReadSettings();
            if (OperatingSystem.IsWindows())
                await WindowsService.InstallAsync(folder);
            else if (OperatingSystem.IsLinux())
                await SystemdService.InstallAsync(folder);
            else
                throw new AgentException("On this system the agent installs no service. Let its own means start: smarttracker-agent run");
            Console.WriteLine("The agent is installed and runs. See smarttracker-agent status.");
            return 0;
        }));
        return command;
    }

    public static Command Uninstall()
    {
        var command = new Command("uninstall", "Stops the service and removes it. The agent's folder stays.");
        command.SetAction(CommandLine.On(async (folder, _, _) =>
        {
            if (OperatingSystem.IsWindows())
                await WindowsService.UninstallAsync();
            else
                await SystemdService.UninstallAsync();
            Console.WriteLine($"The service is removed. Its folder {folder.Path} is still there, because what waits in its outbox is in it, and so is the program {InstalledProgram.Place}.");
            return 0;
        }));
        return command;
    }
}
