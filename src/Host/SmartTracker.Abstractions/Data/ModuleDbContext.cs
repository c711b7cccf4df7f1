using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace SmartTracker.Abstractions.Data;

/// <summary>Base of every module's context: one connection and transaction per scope, snake_case columns, and the storage rules of both
/// databases (ids, instants, dates). Derive, take <c>(DbContextOptions&lt;T&gt;, ITenantDatabase)</c>, register with <c>AddModuleDbContext</c>.</summary>
public abstract class ModuleDbContext : DbContext
{
    private readonly DatabaseEngine _engine;

    protected ModuleDbContext(DbContextOptions options, ITenantDatabase database)
        : base(options)
    {
        ArgumentNullException.ThrowIfNull(database);
        _engine = database.Engine;
        database.Enlist(this);
    }

    /// <summary>Tables, keys and relations. Name each table in snake_case plural; columns are named by convention.</summary>
    protected abstract void Configure(ModelBuilder model);

    /// <summary>Declares the module's id types: call <c>conventions.Id&lt;PrinterId&gt;()</c> for each.</summary>
    protected virtual void ConfigureIds(IdConventions ids)
    {
    }

    protected sealed override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        ConfigureIds(new IdConventions(configurationBuilder, _engine));
        configurationBuilder.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
        if (_engine == DatabaseEngine.Sqlite)
        {
            configurationBuilder.Properties<Guid>().HaveConversion<GuidBytesConverter>();
            configurationBuilder.Properties<Instant>().HaveConversion<InstantTicksConverter>();
        }
        else
        {
            configurationBuilder.Properties<Instant>().HaveConversion<InstantTimestampConverter>();
        }
    }

    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        Configure(modelBuilder);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(SnakeCase(property.Name));
            if (property.IsPrimaryKey())
                property.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
        }
    }

    private static string SnakeCase(string name)
    {
        var result = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]))
                result.Append('_');
            result.Append(char.ToLowerInvariant(name[i]));
        }

        return result.ToString();
    }
}
