using System.CommandLine;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Users.Passwords;

namespace SmartTracker.Web.Commands;

/// <summary><c>user reset-password --tenant T --user U</c>: for who is locked out and has no mail.</summary>
internal static class UserCommands
{
    public static Command Create()
    {
        var tenant = new Option<string>("--tenant") { Required = true };
        var user = new Option<string>("--user") { Required = true, Description = "User name or e-mail address." };
        var reset = new Command("reset-password", "Gives a user a new password and prints it once.") { tenant, user };
        reset.SetAction(HostCommand.On(async (services, parsed, cancellationToken) =>
        {
            var password = await services.GetRequiredService<ITenants>().RunAsync(parsed.GetValue(tenant)!, scope =>
                scope.GetRequiredService<UserPasswords>().ResetAsync(parsed.GetValue(user)!, cancellationToken), cancellationToken);
            Console.WriteLine(password ?? throw new CommandException($"The tenant '{parsed.GetValue(tenant)}' has no user '{parsed.GetValue(user)}'."));
            await Console.Error.WriteLineAsync("This password is shown once. Running sessions of the user end within a minute.");
            return 0;
        }));
        return new Command("user", "Helps users.") { reset };
    }
}
