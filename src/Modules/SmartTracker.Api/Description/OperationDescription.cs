using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SmartTracker.Abstractions.Api;
using SmartTracker.Abstractions.Security;

namespace SmartTracker.Api.Description;

/// <summary>What one operation needs and can answer beside what its method says.</summary>
internal sealed class OperationDescription : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var action = (ControllerActionDescriptor)context.Description.ActionDescriptor;
        operation.OperationId = action.ControllerName.Replace("Api", "", StringComparison.Ordinal) + "_" + action.ActionName;
        var permissions = action.EndpointMetadata.OfType<RequirePermissionAttribute>().Select(needed => needed.Permission).Distinct().Order(StringComparer.Ordinal);
        operation.Description = string.Join("\n\n", new[] { operation.Description, $"Needs the permission {string.Join(", ", permissions)}." }.Where(text => !string.IsNullOrEmpty(text)));

        if (action.EndpointMetadata.OfType<ApiBodyAttribute>().FirstOrDefault() is { } body)
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = Binary(body.ContentTypes) };
        if (context.Description.HttpMethod == HttpMethods.Post)
            (operation.Parameters ??= []).Add(IdempotencyKey());
        KeepJson(operation.RequestBody?.Content);

        var answers = operation.Responses ??= [];
        foreach (var done in answers.Values.OfType<OpenApiResponse>())
        {
            KeepJson(done.Content);
            if (action.EndpointMetadata.OfType<ProducesAttribute>().FirstOrDefault() is { } file)
                done.Content = Binary(file.ContentTypes);
        }

        foreach (var status in Refusals(operation, context.Description))
            answers[status.ToString(CultureInfo.InvariantCulture)] = ProblemDescription.Of(status, context.Document!);
        return Task.CompletedTask;
    }

    private static IEnumerable<int> Refusals(OpenApiOperation operation, Microsoft.AspNetCore.Mvc.ApiExplorer.ApiDescription description)
    {
        if (operation.RequestBody is not null || operation.Parameters?.Any(parameter => parameter.In == ParameterLocation.Query) == true)
            yield return StatusCodes.Status400BadRequest;
        yield return StatusCodes.Status401Unauthorized;
        yield return StatusCodes.Status403Forbidden;
        if (description.RelativePath!.Contains('{', StringComparison.Ordinal))
            yield return StatusCodes.Status404NotFound;
        if (description.HttpMethod != HttpMethods.Get)
            yield return StatusCodes.Status409Conflict;
        if (operation.RequestBody is not null)
            yield return StatusCodes.Status415UnsupportedMediaType;
        if (description.HttpMethod == HttpMethods.Post)
            yield return StatusCodes.Status422UnprocessableEntity;
        yield return StatusCodes.Status429TooManyRequests;
    }

    // MVC reads and writes JSON under more names; one is enough to know.
    private static void KeepJson(IDictionary<string, OpenApiMediaType>? content)
    {
        foreach (var other in content?.Keys.Where(type => type is "text/plain" or "text/json" or "application/*+json").ToList() ?? [])
            content!.Remove(other);
    }

    private static Dictionary<string, OpenApiMediaType> Binary(IEnumerable<string> types) =>
        types.ToDictionary(type => type, _ => new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } });

    private static OpenApiParameter IdempotencyKey() => new()
    {
        Name = "Idempotency-Key",
        In = ParameterLocation.Header,
        Description = "1 to 200 characters, such as a UUID. The same key and request get the same answer.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 200 },
    };
}
