using System.Diagnostics;
using SmartTracker.Agent.Files;

namespace SmartTracker.Agent.Installing;

/// <summary>The operating system's own tools, called without a shell.</summary>
internal static class OtherProgram
{
    /// <exception cref="AgentException">It is not there, or did not do it.</exception>
    public static async Task RunAsync(string program, params string[] arguments)
    {
        if (await TryAsync(program, arguments) is { } problem)
            throw new AgentException($"{program} {string.Join(' ', arguments)}: {problem}");
    }

    /// <returns>What it said where it failed; null where it did what it should.</returns>
    public static async Task<string?> TryAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })
                ?? throw new AgentException($"{program} did not start.");
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            var said = (await output + await errors).Trim();
            return process.ExitCode == 0 ? null : said.Length > 0 ? said : $"ended with {process.ExitCode}.";
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new AgentException($"{program} cannot be run: {exception.Message}");
        }
    }
}
