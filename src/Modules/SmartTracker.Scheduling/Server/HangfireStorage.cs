using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;

namespace SmartTracker.Scheduling.Server;

internal static class HangfireStorage
{
    public static JobStorage Open(SchedulingOptions options) => options.Storage switch
    {
        SchedulingStorage.Postgres => Postgres(options),
        _ => new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromHours(1) }),
    };

    private static PostgreSqlStorage Postgres(SchedulingOptions options)
    {
        var storage = new PostgreSqlStorageOptions
        {
            SchemaName = options.Schema,
            PrepareSchemaIfNecessary = true,
            // A dead worker's batch comes back after this time instead of after a long run; a living one extends it.
            UseSlidingInvisibilityTimeout = true,
            InvisibilityTimeout = TimeSpan.FromMinutes(5),
            // Listening costs more than it gains here: every job is a batch, and a request may wait this long.
            EnableLongPolling = false,
            QueuePollInterval = TimeSpan.FromSeconds(3),
            // Without its storage the server must not start as if all were well.
            AllowDegradedModeWithoutStorage = false,
        };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(options.ConnectionString, storage), storage);
    }
}
