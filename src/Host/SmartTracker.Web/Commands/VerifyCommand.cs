using System.CommandLine;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Abstractions.Verification;

namespace SmartTracker.Web.Commands;

/// <summary><c>verify [--tenant T]</c>: recomputes and compares, changes nothing.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var tenant = new Option<string?>("--tenant") { Description = "Only this tenant." };
        var command = new Command("verify", "Recomputes and checks all stored figures; exit 1 lists what differs.") { tenant };
        command.SetAction(HostCommand.On(async (services, parsed, cancellationToken) =>
        {
            var tenants = services.GetRequiredService<ITenants>();
            var wanted = parsed.GetValue(tenant);
            if (wanted is not null && tenants.List().All(known => known.Name != wanted))
                throw new CommandException($"There is no tenant called '{wanted}'.");

            var findings = 0;
            foreach (var known in tenants.List().Where(known => known.State == TenantState.Running && (wanted is null || known.Name == wanted)))
            {
                var found = await tenants.RunAsync(known.Name, async scope =>
                {
                    var all = new List<Finding>();
                    foreach (var verification in scope.GetServices<IVerification>())
                        all.AddRange(await verification.RunAsync(cancellationToken));
                    return all;
                }, cancellationToken);
                foreach (var finding in found)
                    Console.WriteLine($"{known.Name}\t{finding.Invariant}\t{finding.Message}");
                findings += found.Count;
            }

            if (findings == 0)
                Console.WriteLine("Everything adds up.");
            return findings == 0 ? 0 : 1;
        }));
        return command;
    }
}
