using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Data;
using SmartTracker.Printers.Domain;
using SmartTracker.Printers.Registry;
using SmartTracker.PrinterSimulator;
using SmartTracker.PrinterSimulator.Plan;

namespace SmartTracker.Web.Demo;

/// <summary>Makes Nordplan's printers differ in how ready they are: one is set up as the guide asks, one could be better, one must be put right,
/// and one is not on the network.</summary>
internal sealed class DemoReadiness(ITenants tenants, DemoState state)
{
    /// <summary>Clock an hour off and names withheld. Not in the recipe: it is added as a person would.</summary>
    public const string Archive = "Plotter Archiv";

    private const string Customer = "nordplan";
    private const string Exemplary = "Plotter Entwurf";
    private const string Administrator = "admin";

    /// <summary>What the printers themselves are like.</summary>
    public static FleetPlan Prepare(FleetPlan fleet, SimulatedAuthority authority, DateTimeOffset now) => fleet with
    {
        Printers =
        [
            .. fleet.Printers.Select(printer => printer.Name switch
            {
                Exemplary => printer with { Certificate = authority.Issue(printer.SerialNumber, "127.0.0.1", now.AddDays(-30), now.AddYears(2)) },
                Archive => printer with { ClockIsAhead = TimeSpan.FromHours(1), Jobs = [.. printer.Jobs.Select(job => job with { UserName = "" })] },
                _ => printer,
            }),
        ],
    };

    /// <summary>What a person at Nordplan has entered. Does nothing the second time.</summary>
    public Task FurnishAsync(CancellationToken cancellationToken) => tenants.RunAsync(Customer, async services =>
    {
        if (state.Authority is null || (await services.GetRequiredService<SiteStore>().ListAsync(cancellationToken)).Count > 0)
            return true;
        await RegisterAsync(services, cancellationToken);
        var testing = services.GetRequiredService<ConnectionTester>();
        foreach (var printer in await services.GetRequiredService<IPrinterConnections>().ListAsync(cancellationToken))
            await testing.TestAsync(printer.Id, cancellationToken);
        return true;
    }, cancellationToken);

    private async Task RegisterAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var registrar = services.GetRequiredService<PrinterRegistrar>();
        await services.GetRequiredService<AuthorityRegister>().AddAsync(state.Authority, cancellationToken);
        var (office, cellar) = await SitesAsync(services, cancellationToken);
        var answers = services.GetRequiredService<AnswerBook>();
        foreach (var printer in await services.GetRequiredService<PrinterStore>().ListActiveAsync(cancellationToken))
        {
            await registrar.ChangeAsync(printer.Id, new PrinterDraft(printer.Name, printer.Address, printer.Protocol, null, false)
            {
                Place = new Place(office),
                Groups = ["CAD"],
                NeedsAuthority = printer.Name == Exemplary,
            }, cancellationToken);
            await answers.AnswerAsync(printer.Id, PrinterQuestion.WebProxy, PrinterQuestions.None, Administrator, cancellationToken);
            await answers.AnswerAsync(printer.Id, PrinterQuestion.AccountId, PrinterQuestions.NotNeeded, Administrator, cancellationToken);
        }

        var archive = state.Fleet.Printers.Single(printer => printer.Name == Archive);
        await registrar.RegisterAsync(new PrinterDraft(Archive, archive.Address.ToString(), archive.Protocol, archive.AdminPassword, false) { Place = new Place(cellar) }, cancellationToken);
        await registrar.RegisterAsync(
            new PrinterDraft("Großkopierer Empfang", null, Printer.Manual, null, false) { SerialNumber = "JP7K2L0091", Place = new Place(office) }, cancellationToken);
    }

    private static async Task<(SiteId Office, SiteId Cellar)> SitesAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var sites = services.GetRequiredService<SiteRegister>();
        await using var transaction = await services.GetRequiredService<ITenantDatabase>().BeginAsync(cancellationToken);
        var made = (await sites.OfNameAsync("Büro Altona", cancellationToken), await sites.OfNameAsync("Archiv im Keller", cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return made;
    }
}
