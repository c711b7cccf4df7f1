using System.CommandLine;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Billing.Closing;

namespace SmartTracker.Web.Commands;

/// <summary><c>bill --tenant T --period 2026-10 [--dry-run]</c>: the provider bills a tenant's month.</summary>
internal static class BillCommand
{
    public static Command Create()
    {
        var tenant = new Option<string>("--tenant") { Required = true, Description = "The customer." };
        var period = new Option<string>("--period") { Required = true, Description = "The month, such as 2026-10." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what would be billed." };
        var command = new Command("bill", "Bills a customer's month.") { tenant, period, dryRun };
        command.SetAction(HostCommand.On(async (services, parsed, cancellationToken) =>
        {
            var month = Month(parsed.GetValue(period)!);
            var outcome = await services.GetRequiredService<ITenants>().RunAsync(Tenant.DefaultName, scope =>
            {
                var closer = scope.GetRequiredService<MonthCloser>();
                return parsed.GetValue(dryRun)
                    ? closer.PreviewAsync(parsed.GetValue(tenant)!, month, cancellationToken)
                    : closer.IssueAsync(parsed.GetValue(tenant)!, month, fingerprint: null, cancellationToken);
            }, cancellationToken);
            if (outcome is MonthBlocked or MonthRefused)
                throw new CommandException(BillSentences.Of(outcome));
            Console.WriteLine(BillSentences.Of(outcome));
            return 0;
        }));
        return command;
    }

    private static YearMonth Month(string text) =>
        YearMonthPattern.Create("uuuu-MM", CultureInfo.InvariantCulture).Parse(text).TryGetValue(default, out var month)
            ? month
            : throw new CommandException($"--period needs a month such as 2026-10, not '{text}'.", ExitCode: 2);
}
