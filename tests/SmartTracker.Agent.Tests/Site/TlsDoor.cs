using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace SmartTracker.Agent.Tests.Site;

/// <summary>TLS in front of the host, as a reverse proxy has it, with a certificate that can be exchanged. Counts what came through it.</summary>
internal sealed class TlsDoor : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Uri _host;
    private readonly Task _listening;
    private volatile Shown _shown;

    /// <param name="certificate">PKCS#12 without password, base64.</param>
    public TlsDoor(Uri host, string certificate)
    {
        (_host, _shown) = (host, new Shown(certificate));
        _listener.Start();
        _listening = ListenAsync();
    }

    public Uri Address => new($"https://{_listener.LocalEndpoint}/");

    /// <summary>Bytes of agents under the certificate that is presented now, without TLS.</summary>
    public long Heard => _shown.Heard;

    /// <summary>Another certificate from now on. Connections under the last one end.</summary>
    public void Present(string certificate)
    {
        var last = _shown;
        _shown = new Shown(certificate);
        last.End.Cancel();
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _shown.End.CancelAsync();
        await _listening;
    }

    private async Task ListenAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
                serving.Add(ServeAsync(await _listener.AcceptTcpClientAsync(), _shown));
        }
        catch (SocketException)
        {
            // Stopped.
        }

        await Task.WhenAll(serving);
    }

    private async Task ServeAsync(TcpClient agent, Shown shown)
    {
        var end = shown.End.Token;
        try
        {
            using var connection = agent;
            await using var tls = new SslStream(connection.GetStream());
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = shown.Certificate }, end);
            using var host = new TcpClient();
            await host.ConnectAsync(_host.Host, _host.Port, end);
            await await Task.WhenAny(ToHostAsync(tls, host.GetStream(), shown), host.GetStream().CopyToAsync(tls, end));
        }
        catch (Exception exception) when (exception is IOException or AuthenticationException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One of both went away, or did not like the certificate.
        }
    }

    private static async Task ToHostAsync(SslStream tls, NetworkStream host, Shown shown)
    {
        var buffer = new byte[16 * 1024];
        while (await tls.ReadAsync(buffer, shown.End.Token) is > 0 and var read)
        {
            shown.Hear(read);
            await host.WriteAsync(buffer.AsMemory(0, read), shown.End.Token);
        }
    }

    private sealed class Shown(string certificate)
    {
        private long _heard;

        public X509Certificate2 Certificate { get; } = X509CertificateLoader.LoadPkcs12(Convert.FromBase64String(certificate), null);

        public CancellationTokenSource End { get; } = new();

        public long Heard => Interlocked.Read(ref _heard);

        public void Hear(int bytes) => Interlocked.Add(ref _heard, bytes);
    }
}
