using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Data;
using SmartTracker.Api.Domain;

namespace SmartTracker.Api.Data;

public sealed class ApiDbContext(DbContextOptions<ApiDbContext> options, ITenantDatabase database) : ModuleDbContext(options, database)
{
    public DbSet<ApiKey> Keys => Set<ApiKey>();

    public DbSet<StoredAnswer> Answers => Set<StoredAnswer>();

    protected override void ConfigureIds(IdConventions ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ids.Id<ApiKeyId>();
    }

    protected override void Configure(ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<ApiKey>(key =>
        {
            key.ToTable("api_keys").HasKey(known => known.Id);
            key.Ignore(known => known.Roles);
        });
        model.Entity<StoredAnswer>().ToTable("api_answers").HasKey(answer => new { answer.KeyId, answer.IdempotencyKey });
    }
}
