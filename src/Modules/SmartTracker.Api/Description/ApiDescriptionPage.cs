using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace SmartTracker.Api.Description;

/// <summary>The description as its page shows it.</summary>
public sealed record ApiDescriptionPage(IReadOnlyList<string> Introduction, string Server, IReadOnlyList<ApiGroup> Groups)
{
    internal static ApiDescriptionPage Of(OpenApiDocument document)
    {
        var operations = document.Paths.SelectMany(path => (path.Value.Operations ?? []).Select(operation => ApiOperation.Of(path.Key, operation.Key.Method, operation.Value)));
        return new(
            (document.Info.Description ?? "").ReplaceLineEndings("\n").Split("\n\n"),
            document.Servers?.FirstOrDefault()?.Url?.TrimEnd('/') ?? "",
            [.. operations.GroupBy(operation => operation.Group).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new ApiGroup(group.Key, [.. group]))]);
    }
}

public sealed record ApiGroup(string Name, IReadOnlyList<ApiOperation> Operations);

public sealed record ApiOperation(
    string Id, string Group, string Method, string Path, string Summary, IReadOnlyList<string> Description,
    IReadOnlyList<ApiParameter> Parameters, IReadOnlyList<ApiContent> Bodies, IReadOnlyList<ApiAnswer> Answers)
{
    internal static ApiOperation Of(string path, string method, OpenApiOperation operation) => new(
        operation.OperationId ?? path, operation.Tags?.FirstOrDefault()?.Name ?? "", method, path, operation.Summary ?? "",
        (operation.Description ?? "").ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries),
        [.. (operation.Parameters ?? []).Select(parameter => new ApiParameter(
            parameter.Name ?? "", parameter.In?.ToString().ToLowerInvariant() ?? "", parameter.Required, parameter.Description ?? "", Choices(parameter.Schema)))],
        Contents(operation.RequestBody?.Content),
        [.. (operation.Responses ?? []).Select(answer => new ApiAnswer(answer.Key, answer.Value.Description ?? "", answer.Key[0] == '2' ? Contents(answer.Value.Content) : []))]);

    private static IReadOnlyList<ApiContent> Contents(IDictionary<string, OpenApiMediaType>? content) =>
        [.. (content ?? new Dictionary<string, OpenApiMediaType>()).Select(media => new ApiContent(media.Key, Pretty(media.Value.Schema?.Examples?.FirstOrDefault())))];

    private static string Choices(IOpenApiSchema? schema) =>
        string.Join(", ", (schema?.Enum ?? schema?.OneOf?.SelectMany(one => one.Enum ?? []).ToList() ?? []).OfType<JsonNode>().Select(choice => choice.ToString()));

    private static string? Pretty(JsonNode? example) =>
        example?.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

public sealed record ApiParameter(string Name, string Place, bool IsRequired, string Description, string Choices);

/// <param name="Example">Null where there is none.</param>
public sealed record ApiContent(string Type, string? Example);

public sealed record ApiAnswer(string Status, string Description, IReadOnlyList<ApiContent> Contents);
