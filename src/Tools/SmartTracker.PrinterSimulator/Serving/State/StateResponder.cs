using Microsoft.AspNetCore.Http;

namespace SmartTracker.PrinterSimulator.Serving.State;

/// <summary>Answers what a printer is asked about itself. Like the captured one it lacks some of the documents.</summary>
internal static class StateResponder
{
    public const string ProductUsagePath = "/DevMgmt/ProductUsageDyn.xml";

    /// <param name="path">Below PIWS' root, or <see cref="ProductUsagePath"/>.</param>
    /// <returns>Null for a path that is none of these.</returns>
    public static Task? TryRespondAsync(HttpContext context, SimulatedPrinter printer, string path)
    {
        if (printer.Plan.State is null)
            return null;
        var holdings = printer.Holdings;
        var document = path switch
        {
            "DeviceStatus.json" => StateDocuments.DeviceStatus(printer.Plan, holdings),
            "InkSystem.json" => StateDocuments.InkSystem(printer.Plan, holdings),
            "MediaSystem.json" => StateDocuments.MediaSystem(printer.Plan, holdings),
            "PrinterMaintenance.json" => StateDocuments.Maintenance(),
            "Discovery.json" => StateDocuments.Discovery(printer.DeviceNow, namesZone: printer.Fault is not SimulatorFault.ClockWithoutZone),
            ProductUsagePath => StateDocuments.ProductUsage(holdings),
            _ => null,
        };
        if (document is null)
            // As a DesignJet Z9 answers while it has nothing to tell.
            return path.StartsWith("Alerts.json", StringComparison.Ordinal) ? Reply.TextAsync(context, StatusCodes.Status503ServiceUnavailable, "text/plain", "Service unavailable") : null;
        if (printer.Fault is SimulatorFault.Asleep)
            return WakeUpAsync(context);
        return Reply.BytesAsync(context, path.EndsWith(".xml", StringComparison.Ordinal) ? "text/xml" : "application/json", document);
    }

    private static Task WakeUpAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = "/hp/device/webAccess/wakeup.htm";
        return Task.CompletedTask;
    }
}
