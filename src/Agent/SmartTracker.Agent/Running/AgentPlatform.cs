using System.Reflection;
using System.Runtime.InteropServices;

namespace SmartTracker.Agent.Running;

/// <summary>What people are told of the program and its computer.</summary>
public static class AgentPlatform
{
    public static string Version { get; } =
        typeof(AgentPlatform).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "?";

    public static string Name { get; } = $"{Environment.MachineName}, {RuntimeInformation.OSDescription}";
}
