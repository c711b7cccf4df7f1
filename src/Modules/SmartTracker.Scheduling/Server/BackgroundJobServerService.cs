using Hangfire;
using Hangfire.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Scheduling.Data;
using SmartTracker.Scheduling.Dispatching;
using SmartTracker.Scheduling.Domain;
using SmartTracker.Scheduling.Running;

namespace SmartTracker.Scheduling.Server;

/// <summary>The host's one background job server with its one recurring job.</summary>
internal sealed class BackgroundJobServerService(
    ITenants tenants, HostConfiguration host, DueWorkRunner runner, ILogger<BackgroundJobServerService> log) : IHostedService, IDisposable
{
    private const string Dispatch = "dispatch-due-work";

    private JobStorage? _storage;
    private BackgroundJobServer? _server;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var options = SchedulingOptions.Of(host);
        HangfireConventions.Apply();
        _storage = HangfireStorage.Open(options);
        if (options.Storage == SchedulingStorage.InMemory)
            await ForgetQueueAsync(cancellationToken);

        var client = new BackgroundJobClient(_storage);
        _server = new BackgroundJobServer(
            new BackgroundJobServerOptions
            {
                WorkerCount = options.Workers,
                Activator = new HostJobActivator(tenants, runner, client),
                SchedulePollingInterval = TimeSpan.FromSeconds(5),
                // Works end at the next point where they look at their token; who does not is cut off by its lease.
                ShutdownTimeout = TimeSpan.FromSeconds(15),
            },
            _storage);
        JobQueue.Open(host, client);

        var recurring = new RecurringJobManager(_storage);
        recurring.AddOrUpdate(Dispatch, Job.FromExpression<DispatchDueWorkJob>(job => job.RunAsync(CancellationToken.None)), Cron.Minutely());
        recurring.Trigger(Dispatch);
        // What a killed host was doing is free by then, and need not wait for the next minute.
        client.Schedule<DispatchDueWorkJob>(job => job.RunAsync(CancellationToken.None), (Lease.Term.Length + Duration.FromSeconds(1)).ToTimeSpan());
        SchedulingLog.Started(log, options.Workers, options.Storage);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        JobQueue.Close(host);
        if (_server is not null)
        {
            _server.SendStop();
            await _server.WaitForShutdownAsync(cancellationToken);
        }
    }

    public void Dispose()
    {
        _server?.Dispose();
        (_storage as IDisposable)?.Dispose();
    }

    private Task<bool> ForgetQueueAsync(CancellationToken cancellationToken) =>
        tenants.RunAsync(
            Tenant.DefaultName,
            async services =>
            {
                await services.GetRequiredService<DueWorkStore>().ForgetQueueAsync(cancellationToken);
                return true;
            },
            cancellationToken);
}
