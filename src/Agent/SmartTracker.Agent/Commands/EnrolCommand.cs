using System.CommandLine;
using SmartTracker.Agent.Files;
using SmartTracker.Agent.Running;
using SmartTracker.Agent.Server;
using SmartTracker.Agent.Visiting;
using SmartTracker.Protocols.Agent;

namespace SmartTracker.Agent.Commands;

/// <summary><c>enroll --server https://host/site --token T</c>: the token becomes a key of the agent's own.</summary>
internal static class EnrolCommand
{
    private static readonly Option<string> Server = new("--server") { Required = true, Description = "The site's address, as the browser shows it.", HelpName = "URL" };
    private static readonly Option<string> Token = new("--token") { Required = true, Description = "From the site's pages; works once.", HelpName = "ste_…" };
    private static readonly Option<string?> Pin = new("--pin") { Description = "SHA-256 of the host's public key, which must be presented besides a valid certificate.", HelpName = "HEX" };
    private static readonly Option<string[]> Allow = new("--allow") { Description = "A network that printers are on, such as 10.20.0.0/16; private networks if left out.", HelpName = "NETWORK" };
    private static readonly Option<bool> Replace = new("--replace") { Description = "Enrol anew where an agent is enrolled already. What waits in its outbox stays." };

    public static Command Create()
    {
        var command = new Command("enroll", "Enrols this computer with a one-time token.") { Server, Token, Pin, Allow, Replace };
        command.SetAction(CommandLine.On(RunAsync));
        return command;
    }

    private static async Task<int> RunAsync(AgentFolder folder, ParseResult parsed, CancellationToken cancellationToken)
    {
        var (server, pin) = (Address(parsed.GetValue(Server)!), PinOf(parsed.GetValue(Pin)));
        var allow = parsed.GetValue(Allow) is { Length: > 0 } networks ? networks : null;
        _ = new LocalNetworks(allow);
        if (folder.IsEnrolled && !parsed.GetValue(Replace))
            throw new AgentException($"An agent is enrolled in {folder.Path} already. Choose another folder with --data, or write --replace.");
        // Before the token is spent: what came back could not be kept.
        PrivateFolder.Create(folder.Path);
        using var claim = folder.Claim();
        if (HostTrust.IsUnencrypted(server))
            await Console.Error.WriteLineAsync("WARNING: the host is spoken to without encryption. This is for tests on one computer only.");

        using var host = new HostClient(server, pin, key: null);
        var reply = await host.EnrolAsync(new EnrolmentRequest(parsed.GetValue(Token)!.Trim(), AgentPlatform.Version, AgentPlatform.Name), cancellationToken);
        if (reply.Value is not { } enrolled)
            throw new AgentException(reply.Sentence ?? "The host did not let the agent in.");
        folder.Enrol(new AgentSettings(server, enrolled.AgentId, enrolled.Name, enrolled.Site, TimeProvider.System.GetUtcNow(), pin, allow), enrolled.Key);
        Console.WriteLine($"Enrolled as {enrolled.Name} at {enrolled.Site}.");
        return 0;
    }

    private static Uri Address(string text)
    {
        if (!Uri.TryCreate(text.Trim().TrimEnd('/') + "/", UriKind.Absolute, out var server))
            throw new AgentException($"--server needs an address such as https://tracker.example/nordplan, not '{text}'.", exitCode: 2);
        return HostTrust.Fault(server) is { } fault ? throw new AgentException($"--server: {fault}", exitCode: 2) : server;
    }

    private static string? PinOf(string? text) => text is null
        ? null
        : HostTrust.ParsePin(text) ?? throw new AgentException("--pin needs the SHA-256 of a public key: 64 hexadecimal digits.", exitCode: 2);
}
