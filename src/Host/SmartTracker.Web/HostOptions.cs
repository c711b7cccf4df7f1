namespace SmartTracker.Web;

/// <summary>What every command takes: the data folder, the addresses to listen on and single settings.</summary>
/// <param name="Urls">Null leaves the choice to the settings.</param>
public sealed record HostOptions(string DataFolder, string? Urls, IReadOnlyDictionary<string, string?> Settings);
