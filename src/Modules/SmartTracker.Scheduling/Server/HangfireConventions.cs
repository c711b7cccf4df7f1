using Hangfire;
using Hangfire.Common;
using Newtonsoft.Json;
using SmartTracker.Scheduling.Dispatching;
using SmartTracker.Scheduling.Running;

namespace SmartTracker.Scheduling.Server;

/// <summary>What Hangfire keeps for the whole process. A stored job can name only our two classes and the types of their arguments, so
/// whoever can write to the storage cannot make the host construct anything else.</summary>
internal static class HangfireConventions
{
    private static readonly Dictionary<string, Type> Known = new Type[]
    {
        typeof(DispatchDueWorkJob), typeof(RunDueWorkJob), typeof(string), typeof(string[]), typeof(CancellationToken),
    }.ToDictionary(type => type.FullName!, StringComparer.Ordinal);

    public static void Apply() => GlobalConfiguration.Configuration
        .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
        .UseSimpleAssemblyNameTypeSerializer()
        .UseTypeResolver(Resolve)
        .UseSerializerSettings(new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.None });

    internal static Type Resolve(string name) =>
        Known.GetValueOrDefault(name.Split(',', 2)[0])
        ?? throw new JobLoadException($"The stored job names the type '{name}', which is none of ours.", null!);
}
