using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SmartTracker.Protocols.Agent;
using SmartTracker.Protocols.Agent.Plans;

namespace SmartTracker.Agent.Server;

/// <summary>Calls the host. What happens on the way is a <see cref="HostAnswer"/>; only the caller's cancellation throws.</summary>
public sealed class HostClient : IDisposable
{
    private const int LargestAnswer = 8 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>A visit may be large and the line thin.</summary>
    private static readonly TimeSpan DeliveryPatience = TimeSpan.FromMinutes(5);

    private readonly HostTrust _trust;
    private readonly HttpClient _http;

    /// <param name="key">Null before the agent has one.</param>
    public HostClient(Uri server, string? pin, string? key)
    {
        ArgumentNullException.ThrowIfNull(server);
        _trust = new HostTrust(pin, server.Host, TimeProvider.System);
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            MaxResponseHeadersLength = 64,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, certificate, _, errors) => _trust.Accepts(certificate as X509Certificate2, errors),
            },
        })
        {
            BaseAddress = new Uri(server, AgentPaths.Root),
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LargestAnswer,
        };
        if (key is not null)
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public Task<HostReply<EnrolmentAnswer>> EnrolAsync(EnrolmentRequest request, CancellationToken cancellationToken) => SendAsync(
        Message(HttpMethod.Post, AgentPaths.Enrolments, request, AgentJson.Default.EnrolmentRequest), AgentJson.Default.EnrolmentAnswer, Patience, cancellationToken);

    public Task<HostReply<VisitReceipt>> ReportAsync(AgentReport report, CancellationToken cancellationToken) => SendAsync(
        Message(HttpMethod.Put, AgentPaths.Report, report, AgentJson.Default.AgentReport), AgentJson.Default.VisitReceipt, Patience, cancellationToken);

    /// <param name="tag">Of the plan that is known; null asks for it whole.</param>
    /// <returns>With its tag.</returns>
    public async Task<(HostReply<AgentPlan> Reply, string? Tag)> PlanAsync(string? tag, CancellationToken cancellationToken)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, AgentPaths.Plan);
        message.Headers.Add(AgentPaths.Abilities, AgentPaths.WithholdsNames);
        if (tag is not null)
            message.Headers.TryAddWithoutValidation("If-None-Match", tag);
        string? given = null;
        var reply = await SendAsync(message, AgentJson.Default.AgentPlan, Patience, cancellationToken, response => given = response.Headers.ETag?.ToString());
        return (reply, given);
    }

    /// <param name="packed">A visit as it lies in the outbox.</param>
    public Task<HostReply<VisitReceipt>> DeliverAsync(Stream packed, CancellationToken cancellationToken)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, AgentPaths.Visits) { Content = new StreamContent(packed) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue(AgentPaths.VisitType);
        return SendAsync(message, AgentJson.Default.VisitReceipt, DeliveryPatience, cancellationToken);
    }

    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage Message<T>(HttpMethod method, string path, T message, JsonTypeInfo<T> type) => new(method, path)
    {
        Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(message, type)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
    };

    private async Task<HostReply<T>> SendAsync<T>(
        HttpRequestMessage message, JsonTypeInfo<T> type, TimeSpan patience, CancellationToken cancellationToken, Action<HttpResponseMessage>? look = null)
        where T : class
    {
        _trust.Forget();
        using var deadline = new CancellationTokenSource(patience);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        using (message)
        {
            try
            {
                using var response = await _http.SendAsync(message, both.Token);
                look?.Invoke(response);
                return await ReadAsync(response, type, both.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return new(HostAnswer.Away, null, $"The host did not answer within {patience.TotalSeconds:0} seconds.");
            }
            catch (Exception exception) when (exception is HttpRequestException or JsonException or IOException)
            {
                return new(HostAnswer.Away, null, Sentence(exception));
            }
        }
    }

    private static async Task<HostReply<T>> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        switch (response.StatusCode)
        {
            case HttpStatusCode.NoContent:
                return new(HostAnswer.Done, null, null);
            case HttpStatusCode.NotModified:
                return new(HostAnswer.Unchanged, null, null);
            case HttpStatusCode.OK or HttpStatusCode.Created when response.Content.Headers.ContentType?.MediaType == "application/json":
                var value = JsonSerializer.Deserialize(await response.Content.ReadAsByteArrayAsync(cancellationToken), type);
                return value is null ? new(HostAnswer.Away, null, "The host's answer is empty.") : new(HostAnswer.Done, value, null);
        }

        var problem = await HostProblem.ReadAsync(response, cancellationToken);
        return problem switch
        {
            { Type: AgentPaths.KeyRefused } when response.StatusCode == HttpStatusCode.Unauthorized => new(HostAnswer.KeyRefused, null, problem.Sentence),
            { Type: AgentPaths.Refused } => new(HostAnswer.Refused, null, problem.Sentence),
            { IsOurs: true } when response.StatusCode == HttpStatusCode.Forbidden => new(HostAnswer.Refused, null, problem.Sentence),
            { IsOurs: true } => new(HostAnswer.Later, null, problem.Sentence),
            _ => new(HostAnswer.Away, null, problem.Sentence),
        };
    }

    private string Sentence(Exception exception) => exception switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            _trust.Refusal ?? "No secure connection to the host came about. Perhaps it does not speak https at this address.",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "The host's name is not known here.",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "Nobody answers at the host's address.",
        JsonException => "The host's answer is not what this version understands.",
        _ => $"The connection to the host broke: {exception.Message}",
    };
}
