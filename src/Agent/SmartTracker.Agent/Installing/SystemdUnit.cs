using SmartTracker.Agent.Running;

namespace SmartTracker.Agent.Installing;

/// <summary>The service's unit: an account without rights, a file system that it may only read but for its own folder. Other processes stay in sight:
/// whether systemd started it, the program reads in /proc, and tells it nothing otherwise.</summary>
public static class SystemdUnit
{
    public const string Account = AgentProgram.ServiceName;

    /// <param name="program">The published program.</param>
    /// <param name="data">The agent's folder.</param>
    public static string Text(string program, string data) =>
        $"""
        [Unit]
        Description=SmartTracker on-site agent
        Wants=network-online.target
        After=network-online.target

        [Service]
        Type=notify
        ExecStart={Quote(program)} run --data {Quote(data)}
        User={Account}
        EnvironmentFile=-/etc/default/{Account}
        Restart=always
        RestartSec=10
        UMask=0077
        NoNewPrivileges=true
        CapabilityBoundingSet=
        ProtectSystem=strict
        ReadWritePaths={Quote(data)}
        ProtectHome=true
        PrivateTmp=true
        PrivateDevices=true
        ProtectKernelTunables=true
        ProtectKernelModules=true
        ProtectKernelLogs=true
        ProtectControlGroups=true
        ProtectClock=true
        ProtectHostname=true
        RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK
        RestrictNamespaces=true
        RestrictRealtime=true
        RestrictSUIDSGID=true
        RemoveIPC=true
        LockPersonality=true
        SystemCallArchitectures=native
        SystemCallFilter=@system-service

        [Install]
        WantedBy=multi-user.target

        """;

    /// <summary>systemd reads % as a specifier, $ as a variable, and \ and " inside quotes.</summary>
    private static string Quote(string path) => path.Any(char.IsControl)
        ? throw new ArgumentException("A path with control characters cannot be a service's.", nameof(path))
        : "\"" + path.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("%", "%%", StringComparison.Ordinal).Replace("$", "$$", StringComparison.Ordinal) + "\"";
}
