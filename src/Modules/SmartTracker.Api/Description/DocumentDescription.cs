using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Api.Description;

/// <summary>What holds for all operations.</summary>
internal sealed class DocumentDescription(Tenant tenant) : IOpenApiDocumentTransformer
{
    public const string Scheme = "apiKey";

    private const string Text = """
        Every request carries a key: `Authorization: Bearer st_…`. An administrator creates keys in the settings; a key works at one site and may do what its roles may.

        JSON is camelCase; ids are UUIDs, moments RFC 3339 in UTC, money and decimals text, areas mm², lengths µm, ink nl, each as whole numbers. `null` is "not known", never zero.

        Lists take `limit` (up to 500) and `cursor`, and answer `{ "items": […], "nextCursor": … }`; go on while `nextCursor` is not null.

        A POST may carry an `Idempotency-Key`: the same key with the same request does nothing again and gets the same answer, for ever; with another request it gets 422.

        Errors are problem documents (RFC 9457) in English, with `errors` by field where a field is wrong. A key that makes too many requests gets 429 with `Retry-After`.

        A key of the provider's site with the right to manage tenants reaches a customer's resources under `tenants/{name}/`, such as `tenants/nordplan/print-jobs`.
        """;

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo { Title = "SmartTracker", Version = ApiDescription.Version, Description = Text };
        document.Servers = [new OpenApiServer { Url = "/" + tenant.UrlPrefix }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Scheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API key, such as st_…" },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
        Sort(document);
        return Task.CompletedTask;
    }

    // By path and name, so that a change shows as itself and not as a change of order.
    private static void Sort(OpenApiDocument document)
    {
        var paths = new OpenApiPaths();
        foreach (var (path, item) in document.Paths.OrderBy(path => path.Key, StringComparer.Ordinal))
            paths.Add(path, item);
        document.Paths = paths;
        if (document.Components?.Schemas is { } schemas)
            document.Components.Schemas = schemas.OrderBy(schema => schema.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        document.Tags = document.Paths.SelectMany(path => path.Value.Operations ?? []).SelectMany(operation => operation.Value.Tags ?? new HashSet<OpenApiTagReference>())
            .Select(tag => tag.Name).OfType<string>().Distinct().Order(StringComparer.Ordinal).Select(name => new OpenApiTag { Name = name }).ToHashSet();
    }
}
