using System.Reflection;
using SmartTracker.Abstractions.Modules;

namespace SmartTracker.Shell.Features;

/// <summary>Every feature that this installation has, found through the manifests of the assemblies that the host is composed of.</summary>
public sealed class FeatureCatalog
{
    private readonly Dictionary<string, Feature> _features;
    private readonly Lazy<IReadOnlyCollection<string>> _routeSegments;

    public FeatureCatalog(IEnumerable<Feature> features)
    {
        ArgumentNullException.ThrowIfNull(features);
        _features = features.ToDictionary(feature => feature.Id, StringComparer.OrdinalIgnoreCase);
        foreach (var feature in _features.Values)
        {
            foreach (var dependency in feature.Dependencies.Where(dependency => !_features.ContainsKey(dependency)))
                throw new InvalidOperationException($"The feature {feature.Id} depends on {dependency}, which does not exist.");
        }

        All = InOrder(_features.Values);
        _routeSegments = new(() => RouteSegments.Of(All));
    }

    /// <summary>All features, each after those it depends on.</summary>
    public IReadOnlyList<Feature> All { get; }

    /// <summary>The first URL segments that modules and host use; a tenant's prefix must not hide them.</summary>
    public IReadOnlyCollection<string> ReservedPrefixes => _routeSegments.Value;

    /// <summary>The host's project file lists every project that it references as a part; those with a manifest are features.</summary>
    public static FeatureCatalog Of(Assembly host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return new(host.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(metadata => metadata.Key == "SmartTracker.Part")
            .Select(part => Assembly.Load(part.Value!))
            .Select(FromManifest)
            .OfType<Feature>());
    }

    public Feature? Find(string id) => _features.GetValueOrDefault(id);

    /// <summary>What a tenant runs: the features that are always on, those it chose, and all that they depend on, in order.</summary>
    public IReadOnlyList<Feature> Enabled(IEnumerable<string> chosen, bool isDefaultTenant)
    {
        var enabled = new Dictionary<string, Feature>(StringComparer.OrdinalIgnoreCase);
        foreach (var feature in _features.Values.Where(feature => feature.IsAlwaysEnabled && (isDefaultTenant || !feature.DefaultTenantOnly)))
            Add(feature);
        foreach (var feature in chosen.Select(Find).OfType<Feature>().Where(feature => isDefaultTenant || !feature.DefaultTenantOnly))
            Add(feature);
        return InOrder(enabled.Values);

        void Add(Feature feature)
        {
            if (!enabled.TryAdd(feature.Id, feature))
                return;
            foreach (var dependency in feature.Dependencies)
                Add(_features[dependency]);
        }
    }

    /// <summary>The features that need the given one, directly or not.</summary>
    public IReadOnlyList<string> DependentsOf(string id) =>
        [.. _features.Values.Where(feature => DependsOn(feature, id)).Select(feature => feature.Id)];

    private bool DependsOn(Feature feature, string id) =>
        feature.Dependencies.Any(dependency => dependency.Equals(id, StringComparison.OrdinalIgnoreCase) || DependsOn(_features[dependency], id));

    private static Feature? FromManifest(Assembly assembly) =>
        assembly.GetCustomAttribute<ModuleAttribute>() is { } manifest
            ? new Feature(manifest.Id, manifest.Name, manifest.Description, manifest.Category, manifest.Dependencies,
                manifest.DefaultTenantOnly, manifest.IsAlwaysEnabled, manifest is ThemeAttribute, assembly)
            : null;

    private List<Feature> InOrder(IEnumerable<Feature> features)
    {
        var wanted = features.OrderBy(feature => feature.Id, StringComparer.Ordinal).ToDictionary(feature => feature.Id, StringComparer.OrdinalIgnoreCase);
        var ordered = new List<Feature>(wanted.Count);
        var visiting = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var feature in wanted.Values)
            Visit(feature);
        return ordered;

        void Visit(Feature feature)
        {
            if (ordered.Contains(feature))
                return;
            if (!visiting.Add(feature.Id))
                throw new InvalidOperationException($"The features depend on each other in a circle: {string.Join(", ", visiting)}.");
            foreach (var dependency in feature.Dependencies.Where(wanted.ContainsKey))
                Visit(wanted[dependency]);
            visiting.Remove(feature.Id);
            ordered.Add(feature);
        }
    }
}
