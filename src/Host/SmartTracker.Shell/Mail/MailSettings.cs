using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Shell.Mail;

/// <summary>The host's mail server, from <c>SmartTracker:Mail</c>. A tenant cannot change it, only the sender (<c>From</c>, <c>FromName</c>).</summary>
public sealed class MailSettings
{
    public const string Section = "SmartTracker:Mail";

    /// <summary>Null until a server is named.</summary>
    public string? Host { get; private init; }

    public int Port { get; private init; } = 587;

    public MailSecurity Security { get; private init; }

    public string? UserName { get; private init; }

    public string? Password { get; private init; }

    public required string PickupFolder { get; init; }

    /// <exception cref="SettingException">A value cannot be used.</exception>
    public static MailSettings Read(IConfiguration host, DataFolder folder)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(folder);
        var mail = host.GetSection(Section);
        var settings = new MailSettings
        {
            Host = Text(mail, "Host"),
            Port = ReadPort(mail),
            Security = ReadSecurity(mail),
            UserName = Text(mail, "UserName"),
            Password = Text(mail, "Password"),
            PickupFolder = Text(mail, "PickupFolder") ?? Path.Combine(folder.Path, "mail"),
        };
        if (settings.Host is not null && Text(mail, "From") is null)
            throw new SettingException($"{Section}:From is missing: the address that letters come from, such as noreply@example.org.");
        if ((settings.UserName is null) != (settings.Password is null))
            throw new SettingException($"{Section}:UserName and {Section}:Password belong together. Set both or neither.");
        if (settings is { Security: MailSecurity.None, Password: not null } && !IsThisMachine(settings.Host))
            throw new SettingException($"{Section}:Security is None, so the password would be sent in the clear. Take StartTls or Tls.");
        return settings;
    }

    private static string? Text(IConfigurationSection mail, string key) => string.IsNullOrWhiteSpace(mail[key]) ? null : mail[key]!.Trim();

    private static int ReadPort(IConfigurationSection mail) => Text(mail, "Port") switch
    {
        null => 587,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535 => port,
        var text => throw new SettingException($"{Section}:Port is '{text}'. Expected is a number such as 587."),
    };

    private static MailSecurity ReadSecurity(IConfigurationSection mail) => Text(mail, "Security") switch
    {
        null => MailSecurity.StartTls,
        var text when Enum.TryParse<MailSecurity>(text, ignoreCase: true, out var security) && Enum.IsDefined(security) => security,
        var text => throw new SettingException($"{Section}:Security is '{text}'. Expected is StartTls, Tls or None."),
    };

    private static bool IsThisMachine(string? host) =>
        host == "localhost" || IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address);
}

/// <summary>How the connection to the mail server is protected.</summary>
public enum MailSecurity
{
    StartTls,
    Tls,
    None,
}
