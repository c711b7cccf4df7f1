using System.Reflection;
using Microsoft.AspNetCore.Mvc.Routing;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Shell.Features;

/// <summary>The first URL segments that modules use; a tenant's prefix must not hide them.</summary>
internal static class RouteSegments
{
    /// <summary>The modules' segments and the host's own.</summary>
    public static IReadOnlyCollection<string> Reserved(FeatureCatalog catalog) =>
        TenantRules.ReservedPrefixes.Concat(Of(catalog)).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Of(FeatureCatalog catalog) =>
        from feature in catalog.All
        from type in feature.Assembly.GetExportedTypes()
        from template in Templates(type).Concat(type.GetMethods().SelectMany(Templates))
        let segment = template.TrimStart('~', '/').Split('/')[0]
        where segment.Length > 0 && !segment.Contains('{', StringComparison.Ordinal)
        select segment;

    private static IEnumerable<string> Templates(MemberInfo member) =>
        member.GetCustomAttributes().OfType<IRouteTemplateProvider>().Select(route => route.Template).OfType<string>();
}
