using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Data;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Data;

public sealed class UsersDbContext(DbContextOptions<UsersDbContext> options, ITenantDatabase database) : ModuleDbContext(options, database)
{
    public DbSet<User> Users => Set<User>();

    public DbSet<Role> Roles => Set<Role>();

    protected override void ConfigureIds(IdConventions ids) => ids.Id<UserId>();

    protected override void Configure(ModelBuilder model)
    {
        model.Entity<User>(user =>
        {
            user.ToTable("users");
            user.HasKey(row => row.Id);
            user.Ignore(row => row.RoleNames);
            user.HasMany(row => row.Roles).WithOne().HasForeignKey(row => row.UserId);
            user.Navigation(row => row.Roles).AutoInclude();
        });
        model.Entity<UserRole>(membership =>
        {
            membership.ToTable("user_roles");
            membership.HasKey(row => new { row.UserId, row.RoleName });
            membership.HasOne<Role>().WithMany().HasForeignKey(row => row.RoleName);
        });
        model.Entity<Role>(role =>
        {
            role.ToTable("roles");
            role.HasKey(row => row.Name);
            role.HasMany(row => row.Permissions).WithOne().HasForeignKey(row => row.RoleName);
            role.Navigation(row => row.Permissions).AutoInclude();
        });
        model.Entity<RolePermission>(permission =>
        {
            permission.ToTable("role_permissions");
            permission.HasKey(row => new { row.RoleName, row.Permission });
        });
    }
}
