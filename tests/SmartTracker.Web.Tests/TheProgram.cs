using System.Diagnostics;
using SmartTracker.TestHost;

namespace SmartTracker.Web.Tests;

/// <summary>The program in a process of its own, on the installation that a host in this process serves.</summary>
internal static class TheProgram
{
    /// <summary>Runs a command to its good end.</summary>
    /// <returns>What it wrote.</returns>
    public static async Task<string> RunAsync(RunningHost host, params string[] arguments)
    {
        string[] program = [Path.Combine(AppContext.BaseDirectory, "SmartTracker.Web.dll")];
        var settings = host.Settings.SelectMany(setting => new[] { "--set", $"{setting.Key}={setting.Value}" });
        using var process = Process.Start(new ProcessStartInfo("dotnet", [.. program, .. arguments, "--data", host.DataFolder, .. settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await output + await errors);
        return await output;
    }
}
