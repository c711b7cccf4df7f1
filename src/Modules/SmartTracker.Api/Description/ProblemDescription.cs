using Microsoft.AspNetCore.Http;
using Microsoft.OpenApi;

namespace SmartTracker.Api.Description;

/// <summary>Describes what is answered instead of what was asked for.</summary>
internal static class ProblemDescription
{
    private const string Name = "Problem";

    public static OpenApiResponse Of(int status, OpenApiDocument document)
    {
        document.AddComponent(Name, Schema());
        return new OpenApiResponse
        {
            Description = Sentence(status),
            Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(Name, document) } },
        };
    }

    private static string Sentence(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "Something in the request is not acceptable; errors says what, by field.",
        StatusCodes.Status401Unauthorized => "There is no key, or it lets nobody in; detail says why.",
        StatusCodes.Status403Forbidden => "The roles of the key do not grant this.",
        StatusCodes.Status404NotFound => "There is no such thing at this site.",
        StatusCodes.Status409Conflict => "It does not go with what is there now; detail says why.",
        StatusCodes.Status415UnsupportedMediaType => "The body is of another type than those described.",
        StatusCodes.Status422UnprocessableEntity => "The Idempotency-Key was used for another request.",
        StatusCodes.Status429TooManyRequests => "Too many requests with this key; Retry-After says in how many seconds to go on.",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Say what it means."),
    };

    private static OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "A problem document (RFC 9457).",
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("A link to what the status means."),
            ["title"] = Text("The status in words."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["detail"] = Text("What happened and what to do."),
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "Sentences by field, of a request that is not acceptable.",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text(null) },
            },
            ["reference"] = Text("Of what nobody foresaw: names it in the log of the host."),
        },
    };

    private static OpenApiSchema Text(string? description) => new() { Type = JsonSchemaType.String, Description = description };
}
