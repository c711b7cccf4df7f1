using Microsoft.EntityFrameworkCore;

namespace SmartTracker.Abstractions.Data;

/// <summary>Tells EF how the module's id types are stored: <c>uuid</c> on PostgreSQL, a 16-byte blob on SQLite.</summary>
public sealed class IdConventions(ModelConfigurationBuilder configuration, DatabaseEngine engine)
{
    public IdConventions Id<TId>()
        where TId : struct, IEntityId<TId>
    {
        if (engine == DatabaseEngine.Sqlite)
            configuration.Properties<TId>().HaveConversion<IdBytesConverter<TId>>();
        else
            configuration.Properties<TId>().HaveConversion<IdGuidConverter<TId>>();
        return this;
    }
}
