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
            return await services.GetRequiredService<ITenants>().RunAsync(Tenant.DefaultName, async scope =>
            {
                var closer = scope.GetRequiredService<MonthCloser>();
                var words = scope.GetRequiredService<CloseWords>();
                var outcome = parsed.GetValue(dryRun)
                    ? await closer.PreviewAsync(parsed.GetValue(tenant)!, month, cancellationToken)
                    : await closer.IssueAsync(parsed.GetValue(tenant)!, month, fingerprint: null, cancellationToken);
                if (outcome is MonthBlocked blocked)
                {
                    foreach (var blocker in blocked.Month.Blockers)
                        await Console.Error.WriteLineAsync($"{blocker.PrinterName}, {blocker.Job.JobName ?? blocker.Job.DeviceJobId}: {words.Sentence(blocker)}");
                }

                if (outcome is MonthBlocked or MonthRefused)
                    throw new CommandException(words.Sentence(outcome));
                Console.WriteLine(words.Sentence(outcome));
                return 0;
            }, cancellationToken);
        }));
        return command;
    }

    private static YearMonth Month(string text) =>
        YearMonthPattern.Create("uuuu-MM", CultureInfo.InvariantCulture).Parse(text).TryGetValue(default, out var month)
            ? month
            : throw new CommandException($"--period needs a month such as 2026-10, not '{text}'.", ExitCode: 2);
}
