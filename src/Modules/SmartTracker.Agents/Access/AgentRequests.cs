using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using SmartTracker.Agents.Domain;

namespace SmartTracker.Agents.Access;

internal static class AgentRequests
{
    private const int LargestMessage = 16 * 1024;

    /// <summary>The agent whose key a request came in with.</summary>
    public static AgentId AgentId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? new(id) : throw new InvalidOperationException("The request came in without an agent's key.");

    /// <summary>A message of the wire, or null where the body is none.</summary>
    public static async Task<T?> ReadMessageAsync<T>(this HttpRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var body = new byte[LargestMessage];
        var length = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellationToken);
        if (length == body.Length)
            return null;
        try
        {
            return JsonSerializer.Deserialize(body.AsSpan(0, length), type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
