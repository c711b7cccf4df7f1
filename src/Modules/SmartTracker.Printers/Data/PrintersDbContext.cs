using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SmartTracker.Abstractions.Data;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Domain;

namespace SmartTracker.Printers.Data;

public sealed class PrintersDbContext(DbContextOptions<PrintersDbContext> options, ITenantDatabase database)
    : ModuleDbContext(options, database)
{
    public DbSet<Printer> Printers => Set<Printer>();

    public DbSet<PrinterStateRow> PrinterStates => Set<PrinterStateRow>();

    public DbSet<ConsumableLevelRow> ConsumableLevels => Set<ConsumableLevelRow>();

    public DbSet<Site> Sites => Set<Site>();

    public DbSet<PrinterEvent> Events => Set<PrinterEvent>();

    public DbSet<PrinterAnswer> Answers => Set<PrinterAnswer>();

    public DbSet<TrustedAuthority> Authorities => Set<TrustedAuthority>();

    protected override void ConfigureIds(IdConventions ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ids.Id<PrinterId>();
        ids.Id<SiteId>();
    }

    protected override void Configure(ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<Printer>(printer =>
        {
            printer.ToTable("printers");
            printer.HasKey(p => p.Id);
            printer.Ignore(p => p.ParsedAddress);
            printer.Ignore(p => p.HasPassword);
            printer.Ignore(p => p.SnmpAddress);
            printer.Ignore(p => p.IsNetworked);
            printer.Ignore(p => p.GivesJobs);
            printer.Property(p => p.Stopped).HasConversion<string>();
            printer.Property(p => p.PasswordState).HasConversion<string>();
            printer.Property(p => p.LastProblem).HasConversion(new ProblemConverter());
            printer.Property(p => p.Snmp).HasConversion(new JsonConverter<SnmpProfile>());
            printer.Property(p => p.Certificate).HasConversion(new CertificateConverter());
            printer.HasMany(p => p.Groups).WithOne().HasForeignKey(group => group.PrinterId).OnDelete(DeleteBehavior.Cascade);
            printer.Navigation(p => p.Groups).UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
            printer.HasOne<Site>().WithMany().HasForeignKey(p => p.SiteId);
        });
        model.Entity<PrinterStateRow>(row =>
        {
            row.ToTable("printer_states");
            row.HasKey(state => state.PrinterId);
            row.HasOne<Printer>().WithMany().HasForeignKey(state => state.PrinterId);
        });
        model.Entity<ConsumableLevelRow>(row =>
        {
            row.ToTable("consumable_levels");
            row.HasKey(level => level.Id);
            row.HasOne<Printer>().WithMany().HasForeignKey(level => level.PrinterId);
        });
        model.Entity<PrinterGroup>(group =>
        {
            group.ToTable("printer_groups");
            group.HasKey(g => new { g.PrinterId, g.Name });
        });
        model.Entity<Site>().ToTable("printer_sites").HasKey(site => site.Id);
        model.Entity<PrinterEvent>(line =>
        {
            line.ToTable("printer_events");
            line.HasKey(e => e.Id);
            line.Property(e => e.Kind).HasConversion<string>();
            line.Property(e => e.Details).HasConversion(new DetailsConverter(), new ValueComparer<IReadOnlyList<string>>((a, b) => a!.SequenceEqual(b!), a => a.Count));
            line.HasOne<Printer>().WithMany().HasForeignKey(e => e.PrinterId);
        });
        model.Entity<PrinterAnswer>(answer =>
        {
            answer.ToTable("printer_answers");
            answer.HasKey(a => new { a.PrinterId, a.Question });
            answer.Property(a => a.Question).HasConversion<string>();
            answer.HasOne<Printer>().WithMany().HasForeignKey(a => a.PrinterId);
        });
        model.Entity<TrustedAuthority>().ToTable("trusted_authorities").HasKey(authority => authority.Id);
    }

    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    private sealed class ProblemConverter() : ValueConverter<PrinterProblem?, string?>(
        problem => JsonSerializer.Serialize(problem, JsonSerializerOptions.Default),
        json => json == null ? null : JsonSerializer.Deserialize<PrinterProblem>(json, JsonSerializerOptions.Default));

    private sealed class JsonConverter<T>() : ValueConverter<T?, string?>(
        value => JsonSerializer.Serialize(value, Json),
        json => json == null ? null : JsonSerializer.Deserialize<T>(json, Json))
        where T : class;

    private sealed class CertificateConverter() : ValueConverter<SeenCertificate?, string?>(
        certificate => JsonSerializer.Serialize(StoredCertificate.Of(certificate!), Json),
        json => json == null ? null : JsonSerializer.Deserialize<StoredCertificate>(json, Json)!.Read());

    private sealed class DetailsConverter() : ValueConverter<IReadOnlyList<string>, string>(
        details => JsonSerializer.Serialize(details, Json),
        json => JsonSerializer.Deserialize<string[]>(json, Json)!);
}
