using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace SmartTracker.Protocols.Http;

/// <summary>Speaks HTTP to one device, for one visit: one deadline, a byte cap, no redirect, proxy or cookie, only to an address that the caller
/// allows and a key that is pinned. What happens in the field comes back as a <see cref="DeviceFailure"/>; only the caller's cancellation throws.</summary>
public sealed class DeviceClient : IDisposable
{
    private const string UserName = "admin";

    private readonly DeviceConnection _connection;
    private readonly TimeProvider _clock;
    private readonly DeviceTls _tls;
    private readonly DeviceDialer _dialer;
    private readonly HttpClient _http;
    private readonly CancellationTokenSource _deadline;
    private PasswordUse _password = PasswordUse.NotAsked;

    /// <exception cref="ArgumentException">The address is neither http nor https.</exception>
    public DeviceClient(DeviceConnection connection, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(connection);
        if (connection.Address.Scheme != Uri.UriSchemeHttps && connection.Address.Scheme != Uri.UriSchemeHttp)
            throw new ArgumentException($"Devices are spoken to over http or https, not over {connection.Address.Scheme}.", nameof(connection));

        _connection = connection;
        _clock = clock;
        _tls = new DeviceTls(connection);
        _dialer = new DeviceDialer(connection);
        _deadline = new CancellationTokenSource(connection.Deadline, clock);
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            ConnectCallback = _dialer.ConnectAsync,
            SslOptions = _tls.Options(),
            ConnectTimeout = connection.Deadline,
            MaxConnectionsPerServer = 1,
            MaxResponseHeadersLength = 64,
            // After a failure nothing more is read: the connection is given up.
            MaxResponseDrainSize = 0,
        })
        {
            BaseAddress = new Uri(connection.Address.GetLeftPart(UriPartial.Authority)),
            // The deadline is ours and covers the body too.
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Null before the first connection, and without TLS.</summary>
    public DeviceCertificate? Certificate => _tls.Presented;

    /// <summary>True once the device asked for the password and took it.</summary>
    public bool PasswordAccepted => _password == PasswordUse.Accepted;

    private bool IsEncrypted => _connection.Address.Scheme == Uri.UriSchemeHttps;

    public async Task<DeviceReply> SendAsync(DeviceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var reply = await SendAsync(request, withPassword: _password == PasswordUse.Accepted, cancellationToken);
        if (reply.Failure?.Kind != DeviceFailureKind.PasswordRequired || _connection.Password is null)
            return reply;
        if (!IsEncrypted)
            return reply with { Failure = new DeviceFailure(DeviceFailureKind.EncryptionRequired) };
        if (_connection.PinnedKey is null)
            return reply;
        // One try per visit: printers may lock the administrator out.
        if (_password == PasswordUse.Refused)
            return reply with { Failure = new DeviceFailure(DeviceFailureKind.PasswordRefused) };

        reply = await SendAsync(request, withPassword: true, cancellationToken);
        if (reply.Failure?.Kind == DeviceFailureKind.PasswordRefused)
            _password = PasswordUse.Refused;
        else if (reply.Answer is not null)
            _password = PasswordUse.Accepted;
        return reply;
    }

    public void Dispose()
    {
        _http.Dispose();
        _deadline.Dispose();
    }

    private async Task<DeviceReply> SendAsync(DeviceRequest request, bool withPassword, CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _deadline.Token);
        using var message = Message(request, withPassword);
        try
        {
            using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, both.Token);
            var received = await DeviceBody.ReadAsync(response.Content, _connection.MaximumBytes, both.Token);
            cancellationToken.ThrowIfCancellationRequested();

            var status = DeviceStatus.FailureOf(response, withPassword, received.Bytes);
            var answer = new DeviceAnswer(
                request.Path, _clock.GetUtcNow(), (int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), received.Bytes, received.Failure is null);
            return new DeviceReply(answer, status ?? received.Failure);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DeviceReply(null, new DeviceFailure(DeviceFailureKind.TimedOut));
        }
        catch (HttpRequestException exception)
        {
            return new DeviceReply(null, FailureOf(exception));
        }
    }

    private HttpRequestMessage Message(DeviceRequest request, bool withPassword)
    {
        var message = new HttpRequestMessage(request.Body is null ? HttpMethod.Get : HttpMethod.Post, request.Path);
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(request.MediaType));
        if (request.Body is not null)
            message.Content = new ByteArrayContent(request.Body) { Headers = { ContentType = new MediaTypeHeaderValue(request.MediaType) } };
        if (withPassword)
            message.Headers.Authorization = new AuthenticationHeaderValue(
                "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{UserName}:{_connection.Password}")));
        return message;
    }

    private DeviceFailure FailureOf(HttpRequestException exception) =>
        _tls is { KeyChanged: true, Presented: { } presented } ? new DeviceFailure(DeviceFailureKind.KeyChanged, presented.Key)
        : _tls.Refused is { } fault ? new DeviceFailure(DeviceFailureKind.CertificateRefused, fault.ToString())
        : _dialer.Failure ?? exception.HttpRequestError switch
        {
            HttpRequestError.SecureConnectionError => new DeviceFailure(DeviceFailureKind.TlsFailed),
            HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded => new DeviceFailure(DeviceFailureKind.NotUnderstood),
            HttpRequestError.ResponseEnded => new DeviceFailure(DeviceFailureKind.Incomplete),
            _ => new DeviceFailure(DeviceFailureKind.Unreachable),
        };

    private enum PasswordUse
    {
        NotAsked,
        Accepted,
        Refused,
    }
}
