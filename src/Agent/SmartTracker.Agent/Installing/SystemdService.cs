using SmartTracker.Agent.Files;

namespace SmartTracker.Agent.Installing;

/// <summary>The agent as a systemd service under an account of its own.</summary>
internal static class SystemdService
{
    private const string UnitFile = $"/etc/systemd/system/{SystemdUnit.Account}.service";
    private const string Unit = $"{SystemdUnit.Account}.service";

    /// <summary>What a service with <see cref="SystemdUnit"/>'s limits does not see, or sees another of.</summary>
    private static readonly string[] OutOfSight = ["/home", "/root", "/run/user", "/tmp", "/var/tmp"];

    /// <summary>Where it is installed already, the new program takes the old one's place.</summary>
    public static async Task InstallAsync(AgentFolder folder)
    {
        if (OutOfSight.Any(hidden => folder.Path == hidden || folder.Path.StartsWith(hidden + "/", StringComparison.Ordinal)))
            throw new AgentException($"The service does not see {folder.Path}. Enrol into another folder, or leave --data out.");
        InstalledProgram.Put();
        if (await OtherProgram.TryAsync("id", "-u", SystemdUnit.Account) is not null)
            await OtherProgram.RunAsync("useradd", "--system", "--no-create-home", "--home-dir", folder.Path, "--shell", "/usr/sbin/nologin", SystemdUnit.Account);
        await OtherProgram.RunAsync("chown", "-R", $"{SystemdUnit.Account}:", folder.Path);
        await File.WriteAllTextAsync(UnitFile, SystemdUnit.Text(InstalledProgram.Place, folder.Path));
        await OtherProgram.RunAsync("systemctl", "daemon-reload");
        await OtherProgram.RunAsync("systemctl", "enable", Unit);
        await OtherProgram.RunAsync("systemctl", "restart", Unit);
    }

    /// <summary>Folder, program and account stay: visits may wait in the folder.</summary>
    public static async Task UninstallAsync()
    {
        if (!File.Exists(UnitFile))
            throw new AgentException("The service is not installed.");
        await OtherProgram.RunAsync("systemctl", "disable", "--now", Unit);
        File.Delete(UnitFile);
        await OtherProgram.RunAsync("systemctl", "daemon-reload");
    }
}
