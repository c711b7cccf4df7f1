using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Api;

namespace SmartTracker.Api.Description;

/// <summary>The description of the REST interface by OpenAPI.</summary>
internal static class ApiDescription
{
    public const string Version = "v1";

    public static void Add(IServiceCollection services) => services.AddOpenApi(Version, options =>
    {
        options.ShouldInclude = action => action.RelativePath?.StartsWith(ApiAttribute.Root, StringComparison.Ordinal) == true;
        options.AddDocumentTransformer<DocumentDescription>();
        options.AddOperationTransformer<OperationDescription>();
        options.AddSchemaTransformer<SchemaDescription>();
    });
}
