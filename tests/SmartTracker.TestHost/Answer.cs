using System.Net.Http.Headers;
using System.Text;

namespace SmartTracker.TestHost;

/// <summary>What came back, read whole.</summary>
public sealed record Answer(int Status, byte[] Body, string? MediaType, string? Location, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public bool IsPage => MediaType == "text/html";

    public IEnumerable<string> SetCookies => Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];

    public static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return new Answer(
            (int)response.StatusCode,
            await response.Content.ReadAsByteArrayAsync(),
            response.Content.Headers.ContentType?.MediaType,
            response.Headers.TryGetValues("Location", out var locations) ? locations.Single() : null,
            response.Headers,
            response.Content.Headers);
    }
}
