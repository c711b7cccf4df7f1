using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NodaTime;
using SmartTracker.Abstractions.Api;

namespace SmartTracker.Api.Description;

/// <summary>Describes the values that are written in our own way, and gives types their examples.</summary>
internal sealed class SchemaDescription : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        var value = Nullable.GetUnderlyingType(type) ?? type;
        if (Format(value) is { } format)
        {
            schema.Type = value == type ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
            schema.Format = format;
            schema.Pattern = null;
        }

        // That requests with unknown fields are refused must not make clients refuse answers with new ones.
        schema.AdditionalPropertiesAllowed = true;
        if (context.JsonPropertyInfo is null && Example(type) is { } example)
            schema.Examples = [example];
        return Task.CompletedTask;
    }

    private static string? Format(Type type) =>
        type == typeof(Instant) ? "date-time" : type == typeof(LocalDate) ? "date" : type == typeof(decimal) ? "decimal" : null;

    private static JsonNode? Example(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ApiPage<>))
            return Example(type.GetGenericArguments()[0]) is { } item ? new JsonObject { ["items"] = new JsonArray(item), ["nextCursor"] = null } : null;
        return type.GetCustomAttribute<ApiExampleAttribute>() is { } example ? JsonNode.Parse(example.Json) : null;
    }
}
