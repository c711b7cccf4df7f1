using System.CommandLine;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Billing.Closing;
using SmartTracker.Billing.Domain;
using SmartTracker.Billing.Invoices;

namespace SmartTracker.Web.Commands;

/// <summary><c>bill --tenant T --period 2026-10 [--dry-run] [--anyway REASON]</c>: the provider bills a tenant's month.</summary>
internal static class BillCommand
{
    public static Command Create()
    {
        var tenant = new Option<string>("--tenant") { Required = true, Description = "The customer." };
        var period = new Option<string>("--period") { Required = true, Description = "The month, such as 2026-10." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what would be billed." };
        var anyway = new Option<string?>("--anyway") { Description = "Why the month is closed although something is open; it stands on the invoice." };
        var command = new Command("bill", "Bills a customer's month.") { tenant, period, dryRun, anyway };
        command.SetAction(HostCommand.On(async (services, parsed, cancellationToken) =>
        {
            var month = Month(parsed.GetValue(period)!);
            return await services.GetRequiredService<ITenants>().RunAsync(Tenant.DefaultName, async scope =>
            {
                var closer = scope.GetRequiredService<MonthCloser>();
                var words = scope.GetRequiredService<CloseWords>();
                var outcome = parsed.GetValue(dryRun)
                    ? await closer.PreviewAsync(parsed.GetValue(tenant)!, month, cancellationToken)
                    : await closer.IssueAsync(parsed.GetValue(tenant)!, month, fingerprint: null, cancellationToken, Anyway(parsed.GetValue(anyway), scope));
                await new BillReport(words, scope.GetRequiredService<QuestionWords>(), scope.GetRequiredService<LineWords>(), scope.GetRequiredService<Formats>()).WriteAsync(outcome, Console.Error);
                if (outcome is MonthBlocked or MonthQuestioned or MonthRefused)
                    throw new CommandException(words.Sentence(outcome));
                Console.WriteLine(words.Sentence(outcome));
                return 0;
            }, cancellationToken);
        }));
        return command;
    }

    private static CloseAnyway? Anyway(string? reason, IServiceProvider services) => reason switch
    {
        null => null,
        _ when reason.Trim().Length is 0 or > CloseAnyway.LongestReason =>
            throw new CommandException($"--anyway needs a reason of 1 to {CloseAnyway.LongestReason} characters.", ExitCode: 2),
        _ => new CloseAnyway(reason, Environment.UserName is { Length: > 0 } name ? name : "command line", services.GetRequiredService<TimeProvider>().Now()),
    };

    private static YearMonth Month(string text) =>
        YearMonthPattern.Create("uuuu-MM", CultureInfo.InvariantCulture).Parse(text).TryGetValue(default, out var month)
            ? month
            : throw new CommandException($"--period needs a month such as 2026-10, not '{text}'.", ExitCode: 2);
}
