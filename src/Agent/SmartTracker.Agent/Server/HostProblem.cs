using System.Text.Json;

namespace SmartTracker.Agent.Server;

/// <summary>A refusal. Only a problem document is the host's own word; a page may come from anybody in between.</summary>
internal sealed record HostProblem(string? Type, string Sentence, bool IsOurs)
{
    public static async Task<HostProblem> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = $"The host answered {(int)response.StatusCode}.";
        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return new(null, status, IsOurs: false);
        using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        var detail = Text(document.RootElement, "detail") ?? Text(document.RootElement, "title");
        return new(Text(document.RootElement, "type"), detail is null ? status : PrintableText.Of(detail), IsOurs: true);
    }

    private static string? Text(JsonElement problem, string name) =>
        problem.ValueKind == JsonValueKind.Object && problem.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
