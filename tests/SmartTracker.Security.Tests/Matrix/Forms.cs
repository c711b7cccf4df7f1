namespace SmartTracker.Security.Tests.Matrix;

/// <summary>What a form must hold for its action to get as far as the object. All other forms are sent empty.</summary>
internal static class Forms
{
    public static (string Name, string Value)[] Of(MappedEndpoint endpoint, string tenant) => (endpoint.Verb + " " + endpoint.Template) switch
    {
        "POST admin/background-jobs/run" => [("tenant", tenant), ("work", "collect-print-jobs")],
        "POST preferences" => [("culture", "en")],
        _ => [],
    };
}
