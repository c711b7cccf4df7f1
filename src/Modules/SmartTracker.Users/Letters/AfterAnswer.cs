using Microsoft.Extensions.Logging;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Users.Letters;

/// <summary>Does work of this tenant after the request was answered, in a scope of its own: how long a letter takes must neither keep the reader
/// waiting nor tell whether there was one to send. What a crash interrupts is not made up for; whoever misses a letter asks again.</summary>
public sealed partial class AfterAnswer(ITenants tenants, Tenant tenant, ILogger<AfterAnswer> log)
{
    public void Run(Func<IServiceProvider, Task> work)
    {
        // The request's context must not flow: it is gone by then.
        using (ExecutionContext.SuppressFlow())
            _ = Task.Run(() => RunAsync(work));
    }

    private async Task RunAsync(Func<IServiceProvider, Task> work)
    {
        try
        {
            await tenants.RunAsync(tenant.Name, async services =>
            {
                await work(services);
                return true;
            }, CancellationToken.None);
        }
#pragma warning disable CA1031 // Nobody waits for this task, so whatever it throws would be lost.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFailed(log, tenant.Name, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Work after an answer of {Tenant} failed.")]
    private static partial void LogFailed(ILogger logger, string tenant, Exception exception);
}
