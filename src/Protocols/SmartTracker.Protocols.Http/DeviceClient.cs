using System.Net;
using System.Net.Http.Headers;
using SmartTracker.Protocols.Http.Passwords;

namespace SmartTracker.Protocols.Http;

/// <summary>Speaks HTTP to one device, for one visit: one deadline, a byte cap, no redirect, proxy or cookie, only to an address that the caller
/// allows and a key that is pinned. What happens in the field comes back as a <see cref="DeviceFailure"/>; only the caller's cancellation throws.</summary>
public sealed class DeviceClient : IDisposable
{
    private const int Forbidden = 403;

    private readonly DeviceConnection _connection;
    private readonly TimeProvider _clock;
    private readonly DeviceTls _tls;
    private readonly DeviceDialer _dialer;
    private readonly HttpClient _http;
    private readonly CancellationTokenSource _deadline;
    private readonly DevicePassword _password;

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
        _password = new DevicePassword(connection);
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
    public bool PasswordAccepted => _password.IsAccepted;

    public async Task<DeviceReply> SendAsync(DeviceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (reply, challenge) = await SendAsync(request, withPassword: _password.IsAccepted, cancellationToken);
        if (reply is { Failure.Kind: DeviceFailureKind.PasswordRefused, Answer.Status: Forbidden })
            // It took the password before and keeps this one document even from the administrator.
            return reply with { Failure = new DeviceFailure(DeviceFailureKind.PasswordRequired) };
        if (reply.Failure?.Kind == DeviceFailureKind.PasswordRefused)
            // What it refuses is the nonce, whether it says so or not. Where there is none, it is the password.
            return challenge is null ? _password.Sent(reply) : await AnswerAsync(request, challenge, isFirst: false, cancellationToken);
        if (reply.Failure?.Kind != DeviceFailureKind.PasswordRequired)
            return reply;
        if (_password.Objection is { } objection)
            return reply with { Failure = new DeviceFailure(objection) };
        return await AnswerAsync(request, challenge, isFirst: true, cancellationToken);
    }

    /// <param name="isFirst">A device gets the password twice at the most, whatever it says of its nonces: it may count and lock the administrator out.</param>
    private async Task<DeviceReply> AnswerAsync(DeviceRequest request, DigestChallenge? challenge, bool isFirst, CancellationToken cancellationToken)
    {
        _password.Choose(challenge);
        var (reply, again) = await SendAsync(request, withPassword: true, cancellationToken);
        if (isFirst && reply.Failure?.Kind == DeviceFailureKind.PasswordRefused && again is { IsStale: true })
        {
            // The password was right, the nonce too old already.
            _password.Choose(again);
            (reply, _) = await SendAsync(request, withPassword: true, cancellationToken);
        }

        return _password.Sent(reply);
    }

    public void Dispose()
    {
        _http.Dispose();
        _deadline.Dispose();
    }

    /// <summary>Also answers what the device wants hashed where it asks for the password, or null.</summary>
    private async Task<(DeviceReply Reply, DigestChallenge? Challenge)> SendAsync(DeviceRequest request, bool withPassword, CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _deadline.Token);
        using var message = Message(request, withPassword);
        try
        {
            using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, both.Token);
            var received = await DeviceBody.ReadAsync(response.Content, _connection.MaximumBytes, both.Token);
            cancellationToken.ThrowIfCancellationRequested();

            var status = DeviceStatus.FailureOf(response, withPassword, received.Bytes, request.IsPage);
            var answer = new DeviceAnswer(
                request.Path, _clock.GetUtcNow(), (int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), received.Bytes, received.Failure is null);
            return (new DeviceReply(answer, status ?? received.Failure), DigestChallenge.Strongest(response.Headers.WwwAuthenticate));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (new DeviceReply(null, new DeviceFailure(DeviceFailureKind.TimedOut)), null);
        }
        catch (HttpRequestException exception)
        {
            return (new DeviceReply(null, FailureOf(exception)), null);
        }
    }

    private HttpRequestMessage Message(DeviceRequest request, bool withPassword)
    {
        var target = new Uri(_http.BaseAddress!, request.Path);
        var message = new HttpRequestMessage(request.Body is null ? HttpMethod.Get : HttpMethod.Post, target);
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(request.MediaType));
        if (request.Body is not null)
            message.Content = new ByteArrayContent(request.Body) { Headers = { ContentType = new MediaTypeHeaderValue(request.MediaType) } };
        if (withPassword)
            message.Headers.Authorization = _password.Header(message.Method.Method, target.PathAndQuery);
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
}
