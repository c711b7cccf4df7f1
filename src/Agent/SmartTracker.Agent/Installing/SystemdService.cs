using SmartTracker.Agent.Files;

namespace SmartTracker.Agent.Installing;

/// <summary>The agent as a systemd service under an account of its own.</summary>
internal static class SystemdService
{
    private const string UnitFile = $"/etc/systemd/system/{SystemdUnit.Account}.service";
    private const string Unit = $"{SystemdUnit.Account}.service";

    public static async Task InstallAsync(string program, AgentFolder folder)
    {
        if (await OtherProgram.TryAsync("id", "-u", SystemdUnit.Account) is not null)
            await OtherProgram.RunAsync("useradd", "--system", "--no-create-home", "--home-dir", folder.Path, "--shell", "/usr/sbin/nologin", SystemdUnit.Account);
        await OtherProgram.RunAsync("chown", "-R", $"{SystemdUnit.Account}:", folder.Path);
        await File.WriteAllTextAsync(UnitFile, SystemdUnit.Text(program, folder.Path));
        await OtherProgram.RunAsync("systemctl", "daemon-reload");
        await OtherProgram.RunAsync("systemctl", "enable", "--now", Unit);
    }

    /// <summary>Folder and account stay: visits may wait in it.</summary>
    public static async Task UninstallAsync()
    {
        if (!File.Exists(UnitFile))
            throw new AgentException("The service is not installed.");
        await OtherProgram.RunAsync("systemctl", "disable", "--now", Unit);
        File.Delete(UnitFile);
        await OtherProgram.RunAsync("systemctl", "daemon-reload");
    }
}
