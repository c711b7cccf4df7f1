using System.Xml;
using SmartTracker.PrinterSimulator.Plan;

namespace SmartTracker.PrinterSimulator.Serving;

/// <summary>What was used up. A figure that is not known is an empty collection, as real printers send it.</summary>
internal static class ConsumptionElements
{
    public static void Media(XmlWriter xml, MediaUse? media) => xml.Nested("MediaCollectionConsumption", () =>
    {
        if (media is null)
            return;
        xml.Nested("MediaConsumption", () =>
        {
            xml.Text("PaperId", media.PaperId);
            xml.Text("PaperVendor", media.PaperVendor);
            xml.Number("SquareAmount", media.SquareInches);
            xml.Number("LinearAmount", media.LinearInches);
        });
    });

    public static void Ink(XmlWriter xml, IReadOnlyDictionary<string, decimal>? ink) => xml.Nested("InkCollectionConsumption", () =>
    {
        foreach (var (channel, amount) in ink ?? new Dictionary<string, decimal>())
        {
            xml.Nested("InkConsumption", () =>
            {
                xml.Text("InkName", channel);
                xml.Number("Amount", amount);
            });
        }
    });
}
