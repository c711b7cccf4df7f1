using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using SmartTracker.Abstractions.Mail;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Shell.Mail;

/// <summary>One tenant's letters. The sender is the tenant's <c>SmartTracker:Mail:From</c> and <c>FromName</c>, else the host's address under the tenant's name.</summary>
internal sealed partial class Mailer(MailSettings settings, Tenant tenant, IConfiguration configuration, TimeProvider time, ILogger<Mailer> log) : IMailer
{
    // Only letters that wait in the folder come from here: a server is not used without a sender.
    private const string NoSender = "smarttracker@localhost";

    public bool HasServer => settings.Host is not null;

    public async Task SendAsync(Letter letter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(letter);
        var now = time.GetUtcNow();
        try
        {
            using var message = LetterMessage.Compose(
                letter, Setting("From") ?? NoSender, Setting("FromName") ?? tenant.SiteName, now);
            if (HasServer)
                await SmtpDelivery.SendAsync(message, settings, cancellationToken);
            else
                await PickupFolder.WriteAsync(message, settings.PickupFolder, tenant.Name, now, cancellationToken);
        }
        catch (MailException exception)
        {
            LogNotSent(log, tenant.Name, exception.Message);
            throw;
        }
    }

    private string? Setting(string key) =>
        string.IsNullOrWhiteSpace(configuration[$"{MailSettings.Section}:{key}"]) ? null : configuration[$"{MailSettings.Section}:{key}"]!.Trim();

    [LoggerMessage(Level = LogLevel.Error, Message = "A letter of {Tenant} did not leave. {Reason}")]
    private static partial void LogNotSent(ILogger logger, string tenant, string reason);
}
