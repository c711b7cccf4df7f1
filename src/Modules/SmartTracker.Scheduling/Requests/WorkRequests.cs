using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Scheduling.Abstractions;
using SmartTracker.Scheduling.Data;
using SmartTracker.Scheduling.Dispatching;
using SmartTracker.Scheduling.Server;

namespace SmartTracker.Scheduling.Requests;

/// <summary>Makes work due now and wakes a worker. Works are listed in the Default tenant's database, so it goes there.</summary>
public sealed class WorkRequests(Tenant own, ITenants tenants, HostConfiguration host, TimeProvider time) : IWorkRequests
{
    public async Task RequestAsync(string work, CancellationToken cancellationToken)
    {
        if (await RequestAsync(own.Name, work, cancellationToken))
            return;

        // A tenant that was set up a moment ago is not in the table yet.
        await tenants.RunAsync(
            Tenant.DefaultName,
            async services =>
            {
                await services.GetRequiredService<WorkRegistrar>().RegisterAsync(cancellationToken);
                return true;
            },
            cancellationToken);
        if (!await RequestAsync(own.Name, work, cancellationToken))
            throw new ArgumentException($"The tenant '{own.Name}' has no scheduled work '{work}'.", nameof(work));
    }

    /// <summary>False when the table knows no such work of that tenant.</summary>
    public async Task<bool> RequestAsync(string tenant, string work, CancellationToken cancellationToken)
    {
        var there = await tenants.RunAsync(
            Tenant.DefaultName,
            services => services.GetRequiredService<DueWorkStore>().RequestAsync(tenant, work, time.Now(), cancellationToken),
            cancellationToken);
        if (there)
            JobQueue.Of(host)?.Run(tenant, work);
        return there;
    }
}
