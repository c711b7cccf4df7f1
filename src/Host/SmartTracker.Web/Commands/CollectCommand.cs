using System.CommandLine;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Collection.Collecting;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Web.Commands;

/// <summary><c>collect --tenant T [--printer P]</c>: one collection now.</summary>
internal static class CollectCommand
{
    public static Command Create()
    {
        var tenant = new Option<string>("--tenant") { Required = true };
        var printer = new Option<string?>("--printer") { Description = "Name or id; all printers if left out." };
        var command = new Command("collect", "Collects print jobs now.") { tenant, printer };
        command.SetAction(HostCommand.On((services, parsed, cancellationToken) =>
            services.GetRequiredService<ITenants>().RunAsync(parsed.GetValue(tenant)!, async scope =>
            {
                var collector = scope.GetService<PrintJobCollector>()
                    ?? throw new CommandException($"The tenant '{parsed.GetValue(tenant)}' does not collect print jobs; switch on SmartTracker.Collection.");
                var wanted = parsed.GetValue(printer) is { } name ? await FindAsync(scope, name, cancellationToken) : (PrinterId?)null;
                var outcomes = await collector.CollectAsync(wanted, cancellationToken);
                foreach (var outcome in outcomes)
                    Console.WriteLine($"{outcome.PrinterName}: {outcome.Sentence}");
                if (outcomes.Count == 0)
                    Console.WriteLine("There is no printer to collect from.");
                return outcomes.All(outcome => outcome.IsGood) ? 0 : 1;
            }, cancellationToken)));
        return command;
    }

    private static async Task<PrinterId> FindAsync(IServiceProvider scope, string name, CancellationToken cancellationToken)
    {
        var printers = await scope.GetRequiredService<IPrinterDirectory>().ListAsync(cancellationToken);
        return printers.FirstOrDefault(printer => printer.Name == name || printer.Id.ToString() == name)?.Id
            ?? throw new CommandException($"There is no printer '{name}'. Known are: {string.Join(", ", printers.Select(known => known.Name))}.");
    }
}
