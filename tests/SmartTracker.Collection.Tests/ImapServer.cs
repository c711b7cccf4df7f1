using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

namespace SmartTracker.Collection.Tests;

/// <summary>The part of IMAP4rev1 (RFC 3501) that reading a folder needs, over TLS with a certificate of its own.</summary>
internal sealed partial class ImapServer : IAsyncDisposable
{
    public const string User = "plotters@nord.example";
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly X509Certificate2 _certificate;
    private readonly Task _accepting;

    public ImapServer()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=imap", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        _certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>As a pin: SHA-256 of the public key.</summary>
    public string Key => Convert.ToHexString(SHA256.HashData(_certificate.PublicKey.ExportSubjectPublicKeyInfo()));

    public string Password { get; set; } = "a letter box";

    public int Validity { get; set; } = 7;

    /// <summary>Whole messages; their place counts as uid from 1.</summary>
    public List<string> Messages { get; } = [];

    /// <summary>Breaks the connection off in the middle of the next message.</summary>
    public bool BreaksOff { get; set; }

    /// <summary>Sends so many bytes in place of the next message, whatever it announced.</summary>
    public int Floods { get; set; }

    /// <summary>Sends the next message one byte now and then.</summary>
    public bool Drips { get; set; }

    /// <summary>The password that was tried last, right or wrong.</summary>
    public string? Heard { get; private set; }

    public ConcurrentQueue<string> Commands { get; } = [];

    public static string Message(string id, string from, string subject, string fileName, string file) => string.Join("\r\n",
        $"Message-ID: <{id}>", $"From: {from}", $"Subject: {subject}", "Date: Mon, 05 Oct 2026 10:00:00 +0200", "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b", "",
        "--b", "Content-Type: text/plain", "", "Accounting", "--b", $"Content-Type: application/octet-stream; name=\"{fileName}\"", $"Content-Disposition: attachment; filename=\"{fileName}\"",
        "Content-Transfer-Encoding: base64", "", Convert.ToBase64String(Encoding.UTF8.GetBytes(file)), "--b--", "");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _certificate.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
                talks.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            await using var tls = new SslStream(client.GetStream());
            await tls.AuthenticateAsServerAsync(_certificate);
            using var reader = new StreamReader(tls, Encoding.UTF8);
            await WriteAsync(tls, "* OK IMAP4rev1 ready");
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                var parts = line.Split(' ', 3);
                Commands.Enqueue(parts.Length > 1 ? line[(parts[0].Length + 1)..] : line);
                if (!await AnswerAsync(tls, reader, parts[0], parts[1].ToUpperInvariant(), parts.ElementAtOrDefault(2) ?? ""))
                    return;
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or AuthenticationException)
        {
            // The client went away, or we do.
        }
    }

    private async Task<bool> AnswerAsync(Stream stream, StreamReader reader, string tag, string command, string rest)
    {
        switch (command)
        {
            case "CAPABILITY":
                await WriteAsync(stream, "* CAPABILITY IMAP4rev1 AUTH=PLAIN");
                break;
            case "AUTHENTICATE":
                await WriteAsync(stream, "+ ");
                var secret = Encoding.UTF8.GetString(Convert.FromBase64String(await reader.ReadLineAsync(_stop.Token) ?? ""));
                Heard = secret.Split('\0')[^1];
                if (secret != $"\0{User}\0{Password}")
                {
                    await WriteAsync(stream, $"{tag} NO [AUTHENTICATIONFAILED] wrong");
                    return true;
                }

                break;
            case "LIST":
                await WriteAsync(stream, rest.EndsWith("\"\"", StringComparison.Ordinal) ? "* LIST (\\Noselect) \"/\" \"\"" : "* LIST () \"/\" INBOX");
                break;
            case "EXAMINE":
                await WriteAsync(stream, $"* {Messages.Count} EXISTS", "* 0 RECENT", "* FLAGS (\\Seen)", $"* OK [UIDVALIDITY {Validity}] here", $"* OK [UIDNEXT {Messages.Count + 1}] next");
                await WriteAsync(stream, $"{tag} OK [READ-ONLY] open");
                return true;
            case "UID" when rest.StartsWith("SEARCH", StringComparison.OrdinalIgnoreCase):
                await WriteAsync(stream, "* SEARCH" + string.Concat(Enumerable.Range(1, Messages.Count).Select(uid => $" {uid}")));
                break;
            case "UID" when rest.StartsWith("FETCH", StringComparison.OrdinalIgnoreCase):
                if (!await FetchAsync(stream, rest))
                    return false;
                break;
            case "LOGOUT":
                await WriteAsync(stream, "* BYE bye", $"{tag} OK bye");
                return false;
            case "NOOP" or "CLOSE" or "UNSELECT":
                break;
            default:
                await WriteAsync(stream, $"{tag} BAD unknown");
                return true;
        }

        await WriteAsync(stream, $"{tag} OK done");
        return true;
    }

    private async Task<bool> FetchAsync(Stream stream, string rest)
    {
        foreach (var uid in Uids(rest.Split(' ')[1]))
        {
            var message = Encoding.UTF8.GetBytes(Messages[uid - 1]);
            if (!rest.Contains("BODY", StringComparison.OrdinalIgnoreCase))
            {
                await WriteAsync(stream, $"* {uid} FETCH (UID {uid} RFC822.SIZE {message.Length})");
                continue;
            }

            var length = Floods > 0 ? Floods : message.Length;
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"* {uid} FETCH (UID {uid} BODY[] {{{length}}}\r\n"));
            while (Drips)
            {
                await stream.WriteAsync("x"u8.ToArray(), _stop.Token);
                await stream.FlushAsync(_stop.Token);
                await Task.Delay(50, _stop.Token);
            }

            if (Floods > 0)
            {
                Floods = 0;
                var lines = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("Subject: flood\r\n", 4096)));
                for (var sent = 0; sent < length; sent += lines.Length)
                    await stream.WriteAsync(lines.AsMemory(0, Math.Min(lines.Length, length - sent)), _stop.Token);
                await WriteAsync(stream, ")");
                continue;
            }

            if (BreaksOff)
            {
                await stream.WriteAsync(message.AsMemory(0, message.Length / 2));
                await stream.FlushAsync();
                BreaksOff = false;
                return false;
            }

            await stream.WriteAsync(message);
            await WriteAsync(stream, ")");
        }

        return true;
    }

    private static IEnumerable<int> Uids(string set) => SetPattern().Matches(set).SelectMany(part =>
    {
        var first = int.Parse(part.Groups["first"].Value, CultureInfo.InvariantCulture);
        var last = part.Groups["last"].Success ? int.Parse(part.Groups["last"].Value, CultureInfo.InvariantCulture) : first;
        return Enumerable.Range(first, last - first + 1);
    });

    private static async Task WriteAsync(Stream stream, params string[] lines)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\r\n"))));
        await stream.FlushAsync();
    }

    [GeneratedRegex("(?<first>[0-9]+)(?::(?<last>[0-9]+))?")]
    private static partial Regex SetPattern();
}
