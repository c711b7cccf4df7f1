using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using SmartTracker.Agent.Files;
using SmartTracker.Agent.Server;
using SmartTracker.Agent.Visiting;

namespace SmartTracker.Agent.Running;

/// <summary>Composes the agent: as a program, as a systemd service or as a Windows service.</summary>
public static class AgentProgram
{
    /// <exception cref="AgentException">Nobody is enrolled in the folder, or its settings are wrong.</exception>
    public static IHost Build(AgentFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var settings = folder.ReadSettings();
        Check(settings);
        var key = folder.ReadKey();

        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, ContentRootPath = folder.Path });
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.AddSystemd();
        builder.Services.AddWindowsService(service => service.ServiceName = ServiceName);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddHostedService(services => new AgentService(
            folder, settings, key, services.GetRequiredService<ILoggerFactory>(), services.GetRequiredService<TimeProvider>()));
        return builder.Build();
    }

    public const string ServiceName = "smarttracker-agent";

    private static void Check(AgentSettings settings)
    {
        if (HostTrust.Fault(settings.Server) is { } fault)
            throw new AgentException($"agent.json names {settings.Server}. {fault}");
        if (settings.Pin is { } pin && HostTrust.ParsePin(pin) != pin)
            throw new AgentException("The pin in agent.json is not the SHA-256 of a public key in 64 upper-case hexadecimal digits.");
        if (settings.OutboxMegabytes < 1)
            throw new AgentException("outboxMegabytes in agent.json must be 1 or more.");
        _ = new LocalNetworks(settings.Allow);
    }
}
