using System.Net;
using System.Net.Http.Headers;
using System.Text;
using SmartTracker.Protocols.Piws.Identity;

namespace SmartTracker.Protocols.Piws.Http;

/// <summary>Asks one printer over HTTPS, for one visit. Returns bytes; parsing is another step. What happens in the field comes back as
/// a <see cref="PiwsFailure"/>; only the caller's cancellation throws.</summary>
public sealed class PiwsClient : IDisposable
{
    private const string Root = "/LFPWebServices/PI/";
    private const string UserName = "admin";

    private readonly PiwsConnection _connection;
    private readonly TimeProvider _clock;
    private readonly PiwsTls _tls;
    private readonly PiwsDialer _dialer;
    private readonly HttpClient _http;
    private readonly CancellationTokenSource _deadline;
    private PasswordUse _password = PasswordUse.NotAsked;

    /// <exception cref="ArgumentException">The address is not https.</exception>
    public PiwsClient(PiwsConnection connection, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(connection);
        if (connection.Address.Scheme != Uri.UriSchemeHttps)
            throw new ArgumentException($"PIWS is spoken over https, not over {connection.Address.Scheme}.", nameof(connection));

        _connection = connection;
        _clock = clock;
        _tls = new PiwsTls(connection);
        _dialer = new PiwsDialer(connection);
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

    /// <summary>Null before the first connection.</summary>
    public PiwsCertificate? Certificate => _tls.Presented;

    public static string JobsPath(string queue, long fromModificationNumber) =>
        PiwsQueues.IsId(queue)
            ? $"{Root}JQ/JobQueue/{queue}/jobs/all?fromModificationNumber={fromModificationNumber}"
            : throw new ArgumentException($"'{queue}' is not a queue id.", nameof(queue));

    public Task<PiwsReply> IdentificationAsync(CancellationToken cancellationToken) => GetAsync(Root + "Identification.xml", "text/xml", cancellationToken);

    public Task<PiwsReply> QueuesAsync(CancellationToken cancellationToken) => GetAsync(Root + "JQ/JobQueueCollection", "application/json", cancellationToken);

    /// <param name="fromModificationNumber">0 is everything; more is what changed after it.</param>
    public Task<PiwsReply> JobsAsync(string queue, long fromModificationNumber, CancellationToken cancellationToken) =>
        GetAsync(JobsPath(queue, fromModificationNumber), "text/xml", cancellationToken);

    /// <summary>The page that a printer with an admin password gives only to the administrator.</summary>
    public Task<PiwsReply> SettingsAsync(CancellationToken cancellationToken) => GetAsync(Root + "Settings", "text/xml", cancellationToken);

    /// <summary>True once the printer asked for the password and took it.</summary>
    public bool PasswordAccepted => _password == PasswordUse.Accepted;

    public void Dispose()
    {
        _http.Dispose();
        _deadline.Dispose();
    }

    private async Task<PiwsReply> GetAsync(string path, string accept, CancellationToken cancellationToken)
    {
        var reply = await SendAsync(path, accept, withPassword: _password == PasswordUse.Accepted, cancellationToken);
        if (reply.Failure?.Kind != PiwsFailureKind.PasswordRequired || _connection is not { Password: not null, PinnedKey: not null })
            return reply;
        // One try per visit: printers may lock the administrator out.
        if (_password == PasswordUse.Refused)
            return reply with { Failure = new PiwsFailure(PiwsFailureKind.PasswordRefused) };

        reply = await SendAsync(path, accept, withPassword: true, cancellationToken);
        if (reply.Failure?.Kind == PiwsFailureKind.PasswordRefused)
            _password = PasswordUse.Refused;
        else if (reply.Answer is not null)
            _password = PasswordUse.Accepted;
        return reply;
    }

    private async Task<PiwsReply> SendAsync(string path, string accept, bool withPassword, CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _deadline.Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        if (withPassword)
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{UserName}:{_connection.Password}")));
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            var received = await PiwsBody.ReadAsync(response.Content, _connection.MaximumBytes, both.Token);
            cancellationToken.ThrowIfCancellationRequested();

            var status = PiwsStatus.FailureOf(response, withPassword, received.Bytes);
            var answer = new PiwsAnswer(
                path, _clock.GetUtcNow(), (int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), received.Bytes, received.Failure is null);
            return new PiwsReply(answer, status ?? received.Failure);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new PiwsReply(null, new PiwsFailure(PiwsFailureKind.TimedOut));
        }
        catch (HttpRequestException exception)
        {
            return new PiwsReply(null, FailureOf(exception));
        }
    }

    private PiwsFailure FailureOf(HttpRequestException exception) =>
        _tls is { KeyChanged: true, Presented: { } presented } ? new PiwsFailure(PiwsFailureKind.KeyChanged, presented.Key)
        : _dialer.Failure ?? exception.HttpRequestError switch
        {
            HttpRequestError.SecureConnectionError => new PiwsFailure(PiwsFailureKind.TlsFailed),
            HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded => new PiwsFailure(PiwsFailureKind.NotPiws),
            HttpRequestError.ResponseEnded => new PiwsFailure(PiwsFailureKind.Incomplete),
            _ => new PiwsFailure(PiwsFailureKind.Unreachable),
        };

    private enum PasswordUse
    {
        NotAsked,
        Accepted,
        Refused,
    }
}
