using System.CommandLine;

namespace SmartTracker.Web.Commands;

/// <summary><c>serve</c>: runs the host until it is stopped.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Runs the host (the default).");
        command.SetAction(RunAsync);
        return command;
    }

    public static Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken) => HostCommand.GuardAsync(async () =>
    {
        await using var app = SmartTrackerHost.Build(GlobalOptions.From(parsed), services => services.AddHostedService<SetupAnnouncement>());
        await app.RunAsync(cancellationToken);
        return 0;
    });
}
