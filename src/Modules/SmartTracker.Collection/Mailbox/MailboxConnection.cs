using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using SmartTracker.Collection.Data;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Mailbox;

/// <summary>Opens a tenant's mailbox for reading: only at addresses that the operator allows, only with TLS, only to a server that an authority vouches
/// for or whose key the tenant named. Nothing is changed there.</summary>
public sealed class MailboxConnection(IPrinterNetwork network, MailboxSecrets secrets)
{
    private const int TimeoutMilliseconds = 30_000;

    /// <exception cref="MailboxException">It cannot be opened.</exception>
    public async Task<(ImapClient Client, IMailFolder Folder)> OpenAsync(MailboxRow mailbox, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mailbox);
        var place = FormattableString.Invariant($"{mailbox.Host}:{mailbox.Port}");
        var presented = "";
        var client = new ImapClient { Timeout = TimeoutMilliseconds, CheckCertificateRevocation = false };
        client.ServerCertificateValidationCallback = (_, certificate, _, errors) =>
        {
            presented = certificate is X509Certificate2 given ? Convert.ToHexString(SHA256.HashData(given.PublicKey.ExportSubjectPublicKeyInfo())) : "";
            return mailbox.PinnedKey is { } pinned ? string.Equals(pinned, presented, StringComparison.OrdinalIgnoreCase) : errors == SslPolicyErrors.None;
        };
        try
        {
            var socket = await DialAsync(mailbox, place, cancellationToken);
            await client.ConnectAsync(socket, mailbox.Host, mailbox.Port, mailbox.StartsPlain ? SecureSocketOptions.StartTls : SecureSocketOptions.SslOnConnect, cancellationToken);
            await client.AuthenticateAsync(mailbox.UserName, secrets.Reveal(mailbox) ?? "", cancellationToken);
            var folder = await client.GetFolderAsync(mailbox.Folder, cancellationToken);
            await folder.OpenAsync(FolderAccess.ReadOnly, cancellationToken);
            return (client, folder);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            client.Dispose();
            throw exception as MailboxException ?? new MailboxException(Problem(exception, place, presented, mailbox), exception);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private async Task<Socket> DialAsync(MailboxRow mailbox, string place, CancellationToken cancellationToken)
    {
        IPAddress[] addresses = IPAddress.TryParse(mailbox.Host, out var address) ? [address] : await Dns.GetHostAddressesAsync(mailbox.Host, cancellationToken);
        IPEndPoint? refused = null;
        foreach (var candidate in addresses)
        {
            var endpoint = new IPEndPoint(candidate.IsIPv4MappedToIPv6 ? candidate.MapToIPv4() : candidate, mailbox.Port);
            if (!network.Allows(endpoint))
            {
                refused ??= endpoint;
                continue;
            }

            var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                patience.CancelAfter(TimeoutMilliseconds);
                await socket.ConnectAsync(endpoint, patience.Token);
                return socket;
            }
            catch (Exception exception) when (exception is SocketException or OperationCanceledException)
            {
                socket.Dispose();
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        throw new MailboxException(refused is null ? new(MailboxProblemCode.Absent, place) : new(MailboxProblemCode.NotAllowed, refused.ToString()));
    }

    private static MailboxProblem Problem(Exception exception, string place, string presented, MailboxRow mailbox) => exception switch
    {
        SslHandshakeException when presented.Length > 0 => new(MailboxProblemCode.NotTrusted, presented),
        SslHandshakeException or NotSupportedException => new(MailboxProblemCode.NotEncrypted, place),
        AuthenticationException or SaslException => new(MailboxProblemCode.Refused),
        FolderNotFoundException => new(MailboxProblemCode.NoFolder, mailbox.Folder),
        SocketException => new(MailboxProblemCode.Absent, place),
        _ => new(MailboxProblemCode.NotUnderstood),
    };
}
