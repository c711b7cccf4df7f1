using Microsoft.EntityFrameworkCore;
using SmartTracker.Abstractions.Data;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Data;

public sealed class UsersDbContext(DbContextOptions<UsersDbContext> options, ITenantDatabase database) : ModuleDbContext(options, database)
{
    public DbSet<User> Users => Set<User>();

    public DbSet<Role> Roles => Set<Role>();

    public DbSet<OneTimeLink> Links => Set<OneTimeLink>();

    public DbSet<UserSession> Sessions => Set<UserSession>();

    public DbSet<KnownDevice> Devices => Set<KnownDevice>();

    protected override void ConfigureIds(IdConventions ids) => ids.Id<UserId>().Id<LinkId>().Id<SessionId>();

    protected override void Configure(ModelBuilder model)
    {
        model.Entity<User>(user =>
        {
            user.ToTable("users");
            user.HasKey(row => row.Id);
            user.Ignore(row => row.RoleNames);
            user.Ignore(row => row.CalledName);
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
        model.Entity<OneTimeLink>(link =>
        {
            link.ToTable("user_links");
            link.HasKey(row => row.Id);
            link.Property(row => row.Purpose).HasConversion<string>();
            link.HasOne<User>().WithMany().HasForeignKey(row => row.UserId);
        });
        model.Entity<UserSession>(session =>
        {
            session.ToTable("user_sessions");
            session.HasKey(row => row.Id);
            session.HasOne<User>().WithMany().HasForeignKey(row => row.UserId);
        });
        model.Entity<KnownDevice>(device =>
        {
            device.ToTable("known_devices");
            device.HasKey(row => new { row.UserId, row.DeviceId });
            device.HasOne<User>().WithMany().HasForeignKey(row => row.UserId);
        });
    }
}
