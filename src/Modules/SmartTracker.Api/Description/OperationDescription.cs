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
    private const string Problem = "application/problem+json";

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var action = (ControllerActionDescriptor)context.Description.ActionDescriptor;
        operation.OperationId = action.ControllerName.Replace("Api", "", StringComparison.Ordinal) + "_" + action.ActionName;
        var permissions = action.EndpointMetadata.OfType<RequirePermissionAttribute>().Select(needed => needed.Permission).Distinct().Order(StringComparer.Ordinal);
        operation.Description = string.Join("\n\n", new[] { operation.Description, $"Needs the permission {string.Join(", ", permissions)}." }.Where(text => !string.IsNullOrEmpty(text)));

        if (action.EndpointMetadata.OfType<ApiBodyAttribute>().FirstOrDefault() is { } body)
            operation.RequestBody = Body(body);
        if (context.Description.HttpMethod == HttpMethods.Post)
            (operation.Parameters ??= []).Add(IdempotencyKey());

        var problem = await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), null, cancellationToken);
        var answers = operation.Responses ??= [];
        foreach (var status in Refusals(operation, context.Description.RelativePath!))
            answers[status.ToString(CultureInfo.InvariantCulture)] = Refusal(status, problem);
    }

    private static IEnumerable<int> Refusals(OpenApiOperation operation, string path)
    {
        if (operation.RequestBody is not null || operation.Parameters?.Any(parameter => parameter.In == ParameterLocation.Query) == true)
            yield return StatusCodes.Status400BadRequest;
        yield return StatusCodes.Status401Unauthorized;
        yield return StatusCodes.Status403Forbidden;
        if (path.Contains('{', StringComparison.Ordinal))
            yield return StatusCodes.Status404NotFound;
        yield return StatusCodes.Status429TooManyRequests;
    }

    private static OpenApiResponse Refusal(int status, OpenApiSchema problem) => new()
    {
        Description = status switch
        {
            StatusCodes.Status400BadRequest => "Something in the request is not acceptable; errors says what, by field.",
            StatusCodes.Status401Unauthorized => "There is no key, or it lets nobody in; detail says why.",
            StatusCodes.Status403Forbidden => "The roles of the key do not grant this.",
            StatusCodes.Status404NotFound => "There is no such thing at this site.",
            _ => "Too many requests with this key; Retry-After says when to go on.",
        },
        Content = new Dictionary<string, OpenApiMediaType> { [Problem] = new OpenApiMediaType { Schema = problem } },
    };

    private static OpenApiRequestBody Body(ApiBodyAttribute body) => new()
    {
        Required = true,
        Content = body.ContentTypes.ToDictionary(type => type, _ => new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } }),
    };

    private static OpenApiParameter IdempotencyKey() => new()
    {
        Name = "Idempotency-Key",
        In = ParameterLocation.Header,
        Description = "1 to 200 characters, such as a UUID. The same key and request get the same answer.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 200 },
    };
}
