using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Api.Domain;
using SmartTracker.Api.Keys;

namespace SmartTracker.Web.Commands;

/// <summary><c>api-key create --tenant T --role R [--name N] [--expires 2027-01-31]</c>: the key is the only line on stdout.</summary>
internal static class ApiKeyCommands
{
    public static Command Create()
    {
        var tenant = new Option<string>("--tenant") { Required = true };
        var role = new Option<string>("--role") { Required = true, Description = "What the key may do." };
        var name = new Option<string>("--name") { Description = "The program that will use it.", DefaultValueFactory = _ => "Command line" };
        var expires = new Option<string?>("--expires") { Description = "The first day on which it does not work any more, such as 2027-01-31; never if left out." };
        var create = new Command("create", "Creates a key for another program and prints it once.") { tenant, role, name, expires };
        create.SetAction(HostCommand.On(async (services, parsed, cancellationToken) =>
        {
            var text = await services.GetRequiredService<ITenants>().RunAsync(
                parsed.GetValue(tenant)!,
                scope => CreateAsync(scope, parsed.GetValue(role)!, parsed.GetValue(name)!, Day(parsed.GetValue(expires)), cancellationToken),
                cancellationToken);
            Console.WriteLine(text);
            await Console.Error.WriteLineAsync("This key is shown once.");
            return 0;
        }));
        return new Command("api-key", "Keys for other programs.") { create };
    }

    private static async Task<string> CreateAsync(IServiceProvider scope, string role, string name, LocalDate? expires, CancellationToken cancellationToken)
    {
        var tenant = scope.GetRequiredService<Tenant>();
        var issuer = scope.GetService<ApiKeyIssuer>()
            ?? throw new CommandException($"The tenant '{tenant.Name}' lets no programs in; switch on SmartTracker.Api.");
        var roles = await issuer.RolesAsync(cancellationToken);
        if (!roles.Contains(role))
            throw new CommandException($"There is no role '{role}'. Known are: {string.Join(", ", roles)}.");
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > ApiKeyIssuer.LongestName)
            throw new CommandException($"--name needs 1 to {ApiKeyIssuer.LongestName} characters.", ExitCode: 2);

        var end = expires?.AtStartOfDayInZone(tenant.TimeZone).ToInstant();
        if (end <= scope.GetRequiredService<TimeProvider>().Now())
            throw new CommandException("--expires lies in the past.", ExitCode: 2);
        var (_, text) = await issuer.CreateAsync(new NewApiKey(name.Trim(), [role], end, "Command line"), cancellationToken);
        return text.Text;
    }

    private static LocalDate? Day(string? text) => text is null
        ? null
        : LocalDatePattern.Iso.Parse(text) is { Success: true } day
            ? day.Value
            : throw new CommandException($"--expires needs a day such as 2027-01-31, not '{text}'.", ExitCode: 2);
}
