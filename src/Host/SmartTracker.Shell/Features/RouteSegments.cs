using System.Reflection;
using Microsoft.AspNetCore.Mvc.Routing;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Shell.Features;

/// <summary>The first URL segments that modules use, read from their controllers, and the host's own.</summary>
internal static class RouteSegments
{
    public static IReadOnlyCollection<string> Of(IEnumerable<Feature> features) =>
        TenantRules.ReservedPrefixes.Concat(Used(features)).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Used(IEnumerable<Feature> features) =>
        from feature in features
        from type in feature.Assembly.GetExportedTypes()
        from template in Templates(type).Concat(type.GetMethods().SelectMany(Templates))
        let segment = template.TrimStart('~', '/').Split('/')[0]
        where segment.Length > 0 && !segment.Contains('{', StringComparison.Ordinal)
        select segment;

    private static IEnumerable<string> Templates(MemberInfo member) =>
        member.GetCustomAttributes().OfType<IRouteTemplateProvider>().Select(route => route.Template).OfType<string>();
}
