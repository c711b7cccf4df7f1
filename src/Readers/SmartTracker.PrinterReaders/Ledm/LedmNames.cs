using System.Collections.Frozen;
using SmartTracker.PrinterReaders.Names;
using SmartTracker.Protocols.Http.Xml;
using SmartTracker.Protocols.Ledm.Http;

namespace SmartTracker.PrinterReaders.Ledm;

/// <summary>Leaves of LEDM answers what is read here, which names nobody. Its list of jobs is not read and goes.</summary>
internal static class LedmNames
{
    private const string Xml = "text/xml";

    private static readonly FrozenSet<string> Documents = new[] { LedmPaths.Product, LedmPaths.Status, LedmPaths.Consumables, LedmPaths.Usage, LedmPaths.Media }.ToFrozenSet();

    private static readonly FrozenSet<string> Known =
        """
        MakeAndModel ProductNumber SerialNumber Revision TimeStamp StatusCategory ProductStatusAlertID Severity AlertDetailsMarkerColor AlertDetailsConsumableTypeEnum
        ConsumableTypeEnum ConsumableStation ConsumableLabelCode ConsumablePercentageLevelRemaining MaxCapacity ConsumableSelectibilityNumber ConsumableState
        MeasuredQuantityState Date ExpirationDate TotalImpressions MonochromeImpressions ColorImpressions CumulativeMarkingAgentUsed CumulativeHPMarkingAgentUsed
        MarkerColor CumulativeConsumableCount InputBin TrayType TrayState MediaType Width Length Unit Value ValueFloat
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public static RawAnswer Withhold(RawAnswer answer, NamePrivacy privacy)
    {
        if (!Documents.Contains(answer.Path))
            return answer.Emptied();
        var (body, isRead) = DeviceXmlSieve.Sift(answer.Body, DeviceXmlLimits.Default, (_, name, text) => Known.Contains(name) ? text : null);
        return answer.Left(body, isRead, Xml);
    }
}
