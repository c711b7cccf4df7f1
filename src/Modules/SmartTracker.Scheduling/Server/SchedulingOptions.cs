using Microsoft.Extensions.Configuration;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Scheduling.Server;

/// <summary>The host operator's settings under <c>SmartTracker:Scheduling</c>; a tenant cannot change them.</summary>
internal sealed record SchedulingOptions
{
    public SchedulingStorage Storage { get; init; } = SchedulingStorage.InMemory;

    /// <summary>Where the queue lives with <see cref="SchedulingStorage.Postgres"/>.</summary>
    public string ConnectionString { get; init; } = "";

    public string Schema { get; init; } = "hangfire";

    /// <summary>Batches that run at the same time. They wait for devices more than they compute.</summary>
    public int Workers { get; init; } = 16;

    public static SchedulingOptions Of(HostConfiguration host)
    {
        var options = host.Values.GetSection("SmartTracker:Scheduling").Get<SchedulingOptions>() ?? new();
        if (options.Storage == SchedulingStorage.Postgres && options.ConnectionString.Length == 0)
            throw new InvalidOperationException("SmartTracker:Scheduling:Storage is Postgres, so SmartTracker:Scheduling:ConnectionString must name the database.");
        if (options.Workers is < 1 or > 100)
            throw new InvalidOperationException("SmartTracker:Scheduling:Workers must be from 1 to 100.");
        return options;
    }
}
