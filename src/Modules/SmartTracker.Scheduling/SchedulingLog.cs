using Microsoft.Extensions.Logging;

namespace SmartTracker.Scheduling;

internal static partial class SchedulingLog
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "{Work} of tenant {Tenant} is done")]
    public static partial void Done(ILogger log, string work, string tenant);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Work} of tenant {Tenant} failed at attempt {Attempt}")]
    public static partial void Failed(ILogger log, string work, string tenant, int attempt, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Work} of tenant {Tenant} ended after its lease was lost; what it would have recorded is left to the new holder")]
    public static partial void LeaseLost(ILogger log, string work, string tenant);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease of {Work} of tenant {Tenant} could not be renewed; it is tried again")]
    public static partial void NotRenewed(ILogger log, string work, string tenant, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Tenant {Tenant} could not be asked for its works; it is asked again in a minute")]
    public static partial void NotRegistered(ILogger log, string tenant, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Background jobs run with {Workers} workers, queue in {Storage}")]
    public static partial void Started(ILogger log, int workers, SchedulingStorage storage);
}
