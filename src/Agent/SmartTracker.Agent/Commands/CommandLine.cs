using System.CommandLine;
using SmartTracker.Agent.Files;

namespace SmartTracker.Agent.Commands;

/// <summary>The agent's commands. Results go to stdout, everything else to stderr; 0 is done, 1 refused or failed, 2 wrong usage.</summary>
public static class CommandLine
{
    public static readonly Option<string> Data = new("--data")
    {
        Description = "The agent's own folder.",
        HelpName = "DIR",
        Recursive = true,
        DefaultValueFactory = _ => OperatingSystem.IsWindows()
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "SmartTracker Agent")
            : "/var/lib/smarttracker-agent",
    };

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("SmartTracker on-site agent: reads printers that the host cannot reach.") { Data };
        root.Add(EnrolCommand.Create());
        root.Add(RunCommand.Create());
        root.Add(StatusCommand.Create());
        root.Add(InstallCommands.Install());
        root.Add(InstallCommands.Uninstall());

        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });

        foreach (var error in parsed.Errors)
            await Console.Error.WriteLineAsync(error.Message);
        await Console.Error.WriteLineAsync("See smarttracker-agent --help.");
        return 2;
    }

    /// <summary>A command that works on the agent's folder; what goes wrong ends as one sentence.</summary>
    internal static Func<ParseResult, CancellationToken, Task<int>> On(Func<AgentFolder, ParseResult, CancellationToken, Task<int>> work) => async (parsed, cancellationToken) =>
    {
        try
        {
            return await work(new AgentFolder(parsed.GetValue(Data)!), parsed, cancellationToken);
        }
        catch (AgentException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return exception.ExitCode;
        }
        catch (UnauthorizedAccessException exception)
        {
            await Console.Error.WriteLineAsync($"{exception.Message} Run this as administrator or root, or choose another folder with --data.");
            return 1;
        }
        catch (IOException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    };
}
