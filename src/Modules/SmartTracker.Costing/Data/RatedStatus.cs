namespace SmartTracker.Costing.Data;

public enum RatedStatus
{
    Rated,
    Unrated,
    /// <summary>Rated 0 by rule: a device error or an internal job.</summary>
    NotCharged,
}

internal static class RatedStatuses
{
    public static string Name(RatedStatus status) => status switch
    {
        RatedStatus.Rated => "rated",
        RatedStatus.Unrated => "unrated",
        RatedStatus.NotCharged => "notCharged",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static RatedStatus Parse(string name) => name switch
    {
        "rated" => RatedStatus.Rated,
        "unrated" => RatedStatus.Unrated,
        "notCharged" => RatedStatus.NotCharged,
        _ => throw new InvalidOperationException($"'{name}' is not a rating status."),
    };
}
