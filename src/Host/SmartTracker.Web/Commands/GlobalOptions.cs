using System.CommandLine;

namespace SmartTracker.Web.Commands;

/// <summary>Options that every command takes.</summary>
internal static class GlobalOptions
{
    public static readonly Option<string> Data = new("--data")
    {
        Description = "The App_Data folder to work on.",
        HelpName = "DIR",
        Recursive = true,
        DefaultValueFactory = _ => Path.Combine(Directory.GetCurrentDirectory(), "App_Data"),
    };

    public static readonly Option<string?> Urls = new("--urls") { Description = "Addresses to listen on, such as http://127.0.0.1:5080.", HelpName = "URLS", Recursive = true };

    public static readonly Option<string[]> Set = new("--set") { Description = "Any setting, such as SmartTracker:Database:Provider=Postgres.", HelpName = "KEY=VALUE", Recursive = true };

    public static HostOptions From(ParseResult parsed)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var setting in parsed.GetValue(Set) ?? [])
        {
            var equals = setting.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
                throw new CommandException($"--set needs Key=Value, not '{setting}'.", ExitCode: 2);
            settings[setting[..equals]] = setting[(equals + 1)..];
        }

        return new HostOptions(parsed.GetValue(Data)!, parsed.GetValue(Urls), settings);
    }
}
