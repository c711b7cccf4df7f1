namespace SmartTracker.Protocols.Ledm.Http;

/// <summary>Where the documents lie. All but the last two answered on a Latex 570.</summary>
public static class LedmPaths
{
    public const string Product = "/DevMgmt/ProductConfigDyn.xml";
    public const string Status = "/DevMgmt/ProductStatusDyn.xml";
    public const string Consumables = "/DevMgmt/ConsumableConfigDyn.xml";
    public const string Usage = "/DevMgmt/ProductUsageDyn.xml";
    public const string Media = "/DevMgmt/MediaHandlingDyn.xml";
    public const string Events = "/EventMgmt/EventTable.xml";

    /// <summary>On small devices; lists what is being done, without figures.</summary>
    public const string Jobs = "/Jobs/JobList";
}
