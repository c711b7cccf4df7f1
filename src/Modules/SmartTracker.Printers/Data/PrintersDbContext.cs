using System.Text.Json;
using Microsoft.EntityFrameworkCore;
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

    protected override void ConfigureIds(IdConventions ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ids.Id<PrinterId>();
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
            printer.Property(p => p.Stopped).HasConversion<string>();
            printer.Property(p => p.LastProblem).HasConversion(new ProblemConverter());
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
    }

    private sealed class ProblemConverter() : ValueConverter<PrinterProblem?, string?>(
        problem => JsonSerializer.Serialize(problem, JsonSerializerOptions.Default),
        json => json == null ? null : JsonSerializer.Deserialize<PrinterProblem>(json, JsonSerializerOptions.Default));
}
