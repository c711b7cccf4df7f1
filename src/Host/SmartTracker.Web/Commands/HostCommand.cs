using System.CommandLine;
using Npgsql;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell;

namespace SmartTracker.Web.Commands;

/// <summary>Runs a command on a composed host that is not serving, and words what goes wrong.</summary>
internal static class HostCommand
{
    /// <summary>A command that works on the host's services.</summary>
    public static Func<ParseResult, CancellationToken, Task<int>> On(Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> work) =>
        (parsed, cancellationToken) => GuardAsync(async () =>
        {
            await using var app = SmartTrackerHost.Build(GlobalOptions.From(parsed));
            return await work(app.Services, parsed, cancellationToken);
        });

    public static async Task<int> GuardAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (CommandException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return exception.ExitCode;
        }
        catch (Exception exception) when (Sentence(exception) is not null)
        {
            await Console.Error.WriteLineAsync(Sentence(exception));
            return 1;
        }
    }

    private static string? Sentence(Exception exception) => exception switch
    {
        TenantRefusedException or TenantUnavailableException or RecipeException or SettingException => exception.Message,
        UnauthorizedAccessException => $"The data folder cannot be written: {exception.Message} Choose another one with --data or change its rights.",
        IOException when exception.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException =>
            $"{exception.Message} Stop the other program or choose another address with --urls.",
        IOException => exception.Message,
        NpgsqlException => Lost(exception),
        // EF wraps what the driver says of a connection that broke.
        { InnerException: NpgsqlException and not PostgresException } => Lost(exception.InnerException),
        { InnerException.InnerException: NpgsqlException and not PostgresException } => Lost(exception.InnerException.InnerException),
        _ => null,
    };

    private static string Lost(Exception exception) =>
        $"PostgreSQL cannot be reached or refuses: {exception.Message}. Check SmartTracker:Database:ConnectionString.";
}
