using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using SmartTracker.Abstractions.Mail;

namespace SmartTracker.Shell.Mail;

/// <summary>Hands a message to the mail server and says in one word what kept it from leaving.</summary>
internal static class SmtpDelivery
{
    private const int TimeoutMilliseconds = 20_000;

    /// <exception cref="MailException">The server did not take it.</exception>
    public static async Task SendAsync(MimeMessage message, MailSettings settings, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient { Timeout = TimeoutMilliseconds };
        // A server inside often cannot reach the lists of revoked certificates; the certificate itself is checked.
        client.CheckCertificateRevocation = false;
        var server = $"{settings.Host}:{settings.Port}";
        try
        {
            await client.ConnectAsync(settings.Host!, settings.Port, Protection(settings.Security), cancellationToken);
            if (settings is { UserName: { } user, Password: { } password })
                await client.AuthenticateAsync(user, password, cancellationToken);
            await client.SendAsync(message, cancellationToken);
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception exception) when (Fault(exception) is { } fault)
        {
            throw new MailException(fault, $"The mail server {server} did not take a letter: {exception.Message} {Remedy(fault)}".TrimEnd(), exception);
        }
    }

    private static SecureSocketOptions Protection(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    private static MailFault? Fault(Exception exception) => exception switch
    {
        AuthenticationException => MailFault.SignIn,
        SslHandshakeException or NotSupportedException => MailFault.Encryption,
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } => MailFault.Recipient,
        SmtpCommandException { ErrorCode: SmtpErrorCode.SenderNotAccepted } => MailFault.Sender,
        SmtpCommandException => MailFault.Refused,
        SocketException or IOException or TimeoutException or ProtocolException or ServiceNotConnectedException => MailFault.Unreachable,
        _ => null,
    };

    private static string Remedy(MailFault fault) => fault switch
    {
        MailFault.SignIn => $"Check {MailSettings.Section}:UserName and :Password.",
        MailFault.Encryption => $"Check {MailSettings.Section}:Security and the server's certificate.",
        MailFault.Sender => $"Check {MailSettings.Section}:From.",
        MailFault.Unreachable => $"Check {MailSettings.Section}:Host and :Port.",
        _ => "",
    };
}
