using System.CommandLine;
using Microsoft.Extensions.Hosting;
using SmartTracker.Agent.Running;
using SmartTracker.Agent.Server;

namespace SmartTracker.Agent.Commands;

/// <summary><c>run</c>: reads printers until it is told to stop.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var command = new Command("run", "Reads the printers of the plan until it is stopped.");
        command.SetAction(CommandLine.On(async (folder, _, cancellationToken) =>
        {
            using var agent = AgentProgram.Build(folder);
            using var claim = folder.Claim();
            if (HostTrust.IsUnencrypted(folder.ReadSettings().Server))
                await Console.Error.WriteLineAsync("WARNING: the host is spoken to without encryption. This is for tests on one computer only.");
            await agent.RunAsync(cancellationToken);
            return 0;
        }));
        return command;
    }
}
