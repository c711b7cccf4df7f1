using System.Security.Cryptography;
using System.Text.Json;
using NodaTime;
using SmartTracker.PrinterSimulator;
using SmartTracker.PrinterSimulator.Plan;

namespace SmartTracker.Web.Demo;

/// <summary>What the demo decided at its first run and reuses ever after: the billed month, the password and the fleet with ports, keys and jobs.</summary>
internal sealed record DemoState(DateOnly BilledMonth, DateTimeOffset GeneratedAt, string Password, FleetPlan Fleet)
{
    /// <summary>The customers' own certificate authority as PEM; null in the state of an earlier version.</summary>
    public string? Authority { get; init; }

    public static readonly IReadOnlyList<string> Customers = ["baukontor", "nordplan"];

    private const int Seed = 20261122;
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    public YearMonth Period => new(BilledMonth.Year, BilledMonth.Month);

    public static string FileIn(string dataFolder) => Path.Combine(dataFolder, "demo.json");

    public static async Task<DemoState> LoadOrCreateAsync(string dataFolder, TimeProvider time, CancellationToken cancellationToken)
    {
        var file = FileIn(dataFolder);
        return File.Exists(file)
            ? JsonSerializer.Deserialize<DemoState>(await File.ReadAllTextAsync(file, cancellationToken), Json)!
            : Create(time.GetUtcNow());
    }

    public void Save(string dataFolder)
    {
        Shell.Tenants.DataFolder.WriteAtomically(FileIn(dataFolder), JsonSerializer.Serialize(this, Json));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(FileIn(dataFolder), UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    public IReadOnlyList<PrinterPlan> PrintersOf(string tenant) => [.. Fleet.Printers.Where(printer => printer.Group == tenant)];

    private static DemoState Create(DateTimeOffset now)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var local = TimeZoneInfo.ConvertTime(now, zone);
        var billed = new DateOnly(local.Year, local.Month, 1).AddMonths(-1);
        var fleet = FleetPlan.Create(Seed, new FleetOptions
        {
            BilledMonth = billed,
            GeneratedAt = now,
            Zone = zone,
            Printers =
            [
                Printer("nordplan", "Plotter Entwurf", "HP DesignJet Z9 44in", Trade.Architects, 914, 236),
                Printer("nordplan", "Plotter Bauleitung", "HP DesignJet T1700 44in", Trade.Architects, 914, 168),
                Printer("baukontor", "Kontor 1", "HP PageWide XL 5100", Trade.Reprographics, 1067, 312),
                Printer("baukontor", "Kontor 2", "HP DesignJet Z9 44in", Trade.Reprographics, 1067, 147),
                Printer("nordplan", DemoReadiness.Archive, "HP DesignJet T1700 44in", Trade.Architects, 914, 38),
            ],
        });
        using var authority = SimulatedAuthority.Create("Nordplan Zertifizierungsstelle", TimeProvider.System);
        return new DemoState(billed, now, NewPassword(), DemoReadiness.Prepare(fleet, authority, now)) { Authority = authority.Pem };

        // The current month is as busy as the last, as far as it has come; one job at least is the one without figures.
        PrinterSpecification Printer(string tenant, string name, string model, Trade trade, int roll, int jobs) =>
            new(tenant, name, model, trade, roll, jobs, Math.Max(2, jobs * local.Day / DateTime.DaysInMonth(local.Year, local.Month)));
    }

    private static string NewPassword() => "plot-" + RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 12);
}
