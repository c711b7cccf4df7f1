using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SmartTracker.Agent.Files;
using SmartTracker.Agent.Outbox;
using SmartTracker.Agent.Server;
using SmartTracker.Agent.Visiting;

namespace SmartTracker.Agent.Running;

/// <summary>The agent at work: rounds and courier, side by side, on one folder.</summary>
public sealed class AgentService(AgentFolder folder, AgentSettings settings, string key, ILoggerFactory logging, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var host = new HostClient(settings.Server, settings.Pin, key);
        var health = new AgentHealth();
        var plans = new PlanBook(folder, time);
        var outbox = await VisitOutbox.OpenAsync(folder.Outbox, stoppingToken);
        var visitor = new PrinterVisitor(PrinterProtocols.All(time), new LocalNetworks(settings.Allow), time, logging.CreateLogger<PrinterVisitor>());
        var rounds = new Rounds(settings, plans, outbox, visitor, health, time, logging.CreateLogger<Rounds>());
        var courier = new Courier(folder, host, plans, outbox, health, time, logging.CreateLogger<Courier>());
        await Task.WhenAll(rounds.RunAsync(stoppingToken), courier.RunAsync(stoppingToken));
    }
}
