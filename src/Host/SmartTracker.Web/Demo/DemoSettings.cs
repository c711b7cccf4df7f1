using SmartTracker.PrinterSimulator.Plan;

namespace SmartTracker.Web.Demo;

/// <summary>The host's settings for the demo: SQLite, and exactly the loopback ports of its own printers.</summary>
internal static class DemoSettings
{
    public static Dictionary<string, string?> For(FleetPlan fleet, IReadOnlyDictionary<string, string?> given) => new(given, StringComparer.OrdinalIgnoreCase)
    {
        ["SmartTracker:Database:Provider"] = "Sqlite",
        ["SmartTracker:Network:Allow:0"] = "127.0.0.1/32:" + string.Join(',', fleet.Printers.Select(printer => printer.Port)),
    };
}
