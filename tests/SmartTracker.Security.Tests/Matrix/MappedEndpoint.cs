using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Api;
using SmartTracker.Abstractions.Security;
using SmartTracker.Protocols.Agent;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Security.Tests.Matrix;

/// <summary>One endpoint and verb of a running tenant, as routing knows it, and who may use it.</summary>
/// <param name="Template">Such as <c>admin/printers/{id}</c>: parameters without their constraints.</param>
/// <param name="Permission">The permission asked for, <see cref="Anonymous"/>, <see cref="SignedIn"/>, or null where nothing is declared.</param>
internal sealed record MappedEndpoint(string Verb, string Template, string? Permission)
{
    public const string Anonymous = "anonymous";
    public const string SignedIn = "signed in";

    public bool IsSafe => HttpMethods.IsGet(Verb) || HttpMethods.IsHead(Verb) || HttpMethods.IsOptions(Verb);

    /// <summary>Whether programs with keys ask for it, and nobody else. Agents have keys of their own, so everybody here is shut out from theirs.</summary>
    public bool IsApi => Template.StartsWith(ApiAttribute.Root, StringComparison.Ordinal) || Template.StartsWith(AgentPaths.Root, StringComparison.Ordinal);

    public static async Task<IReadOnlyList<MappedEndpoint>> OfAsync(IServiceProvider host, string tenant)
    {
        await using var use = await host.GetRequiredService<ShellHost>().UseAsync(host.GetRequiredService<TenantStore>().Find(tenant)!, CancellationToken.None);
        return [.. use.Shell.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(Read)
            .Distinct()
            .OrderBy(endpoint => endpoint.Template, StringComparer.Ordinal).ThenBy(endpoint => endpoint.Verb, StringComparer.Ordinal)];
    }

    private static IEnumerable<MappedEndpoint> Read(RouteEndpoint endpoint)
    {
        var template = string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { IsCatchAll: true } parameter => $"{{**{parameter.Name}}}",
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
            _ => throw new InvalidOperationException($"{endpoint.DisplayName} has a part that this test does not know."),
        }))));
        // An endpoint that names no verb takes every one.
        var verbs = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } named ? named : ["GET", "POST"];
        return verbs.Select(verb => new MappedEndpoint(verb, template, PermissionOf(endpoint.Metadata)));
    }

    private static string? PermissionOf(EndpointMetadataCollection metadata)
    {
        if (metadata.GetMetadata<IAllowAnonymous>() is not null)
            return Anonymous;
        var asked = metadata.GetOrderedMetadata<IAuthorizeData>();
        var permissions = asked.Select(data => data.Policy).OfType<string>()
            .Where(policy => policy.StartsWith(RequirePermissionAttribute.PolicyPrefix, StringComparison.Ordinal))
            .Select(policy => policy[RequirePermissionAttribute.PolicyPrefix.Length..]).Distinct().ToList();
        return permissions.Count > 0 ? string.Join(" + ", permissions) : asked.Count > 0 ? SignedIn : null;
    }
}
