using System.Reflection;
using Microsoft.Data.Sqlite;
using SmartTracker.Web.Commands;

namespace SmartTracker.Web;

/// <summary>The oldest engine and framework that may carry people's money.</summary>
internal static partial class RuntimeFloor
{
    /// <summary>Below it a write-ahead log with two connections can lose committed transactions.</summary>
    private static readonly Version Sqlite = new(3, 51, 3);

    /// <summary>Below it the framework has known security faults.</summary>
    private static readonly Version AspNetCore = new(10, 0, 13);

    /// <exception cref="CommandException">The SQLite engine is too old to be trusted.</exception>
    public static void CheckEngine()
    {
        var engine = SqliteVersion();
        if (engine < Sqlite)
            throw new CommandException($"The SQLite engine is {engine}; it must be {Sqlite} or newer, because older ones can lose committed data.");
    }

    public static void WarnOfFramework(ILogger logger)
    {
        var framework = AspNetCoreVersion();
        if (framework < AspNetCore)
            LogOldFramework(logger, framework, AspNetCore);
    }

    private static Version SqliteVersion()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        return Version.Parse(connection.ServerVersion);
    }

    private static Version AspNetCoreVersion()
    {
        var version = typeof(WebApplication).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        return Version.Parse(version.Split('+', '-')[0]);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "ASP.NET Core {Version} has known security faults; install {Floor} or newer.")]
    private static partial void LogOldFramework(ILogger logger, Version version, Version floor);
}
