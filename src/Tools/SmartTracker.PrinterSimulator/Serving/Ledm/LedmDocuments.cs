using System.Globalization;
using System.Text;
using System.Xml;
using SmartTracker.PrinterSimulator.Plan;

namespace SmartTracker.PrinterSimulator.Serving.Ledm;

/// <summary>Device management documents with the element names that others read on a Latex 570; where they stand in each other is a plausible guess.</summary>
internal static class LedmDocuments
{
    private const string Dictionary = "http://www.hp.com/schemas/imaging/con/dictionaries/1.0/";
    private const string Schemas = "http://www.hp.com/schemas/imaging/con/ledm/";
    private static readonly string[] Channels = ["C", "M", "Y", "K"];

    /// <summary>Null for a document that the printer has not.</summary>
    public static byte[]? Find(SimulatedPrinter printer, string path) => path switch
    {
        "/DevMgmt/ProductConfigDyn.xml" => Write("prdcfgdyn", "ProductConfigDyn", "productconfigdyn/2007/11/05", xml => Product(xml, printer.Plan, printer.DeviceNow)),
        "/DevMgmt/ProductStatusDyn.xml" => Write("psdyn", "ProductStatusDyn", "productstatusdyn/2007/10/31", Status),
        "/DevMgmt/ConsumableConfigDyn.xml" => Write("ccdyn", "ConsumableConfigDyn", "consumableconfigdyn/2007/11/19", Consumables),
        "/DevMgmt/ProductUsageDyn.xml" => Write("pudyn", "ProductUsageDyn", "productusagedyn/2007/12/11", xml => Usage(xml, printer)),
        "/DevMgmt/MediaHandlingDyn.xml" => Write("mhdyn", "MediaHandlingDyn", "mediahandlingdyn/2007/11/12", xml => Media(xml, printer.Plan)),
        _ => null,
    };

    private static void Product(XmlWriter xml, PrinterPlan printer, DateTimeOffset now) => xml.Nested("ProductInformation", () =>
    {
        xml.Told("MakeAndModel", printer.Model);
        xml.Told("ProductNumber", printer.PartNumber);
        xml.Told("SerialNumber", printer.SerialNumber);
        xml.Nested("Version", () => xml.Told("Revision", printer.Firmware));
        xml.Told("TimeStamp", now.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture));
    });

    private static void Status(XmlWriter xml)
    {
        xml.Nested("Status", () => xml.Told("StatusCategory", "ready"));
        xml.Nested("AlertTable", () => xml.Nested("Alert", () =>
        {
            xml.Told("ProductStatusAlertID", "cartridgeLow");
            xml.Told("Severity", "Warning");
            xml.Nested("AlertDetails", () => xml.Told("AlertDetailsMarkerColor", "Magenta"));
        }));
    }

    private static void Consumables(XmlWriter xml)
    {
        for (var station = 0; station < Channels.Length; station++)
        {
            var channel = Channels[station];
            var number = station.ToString(CultureInfo.InvariantCulture);
            xml.Nested("ConsumableInfo", () =>
            {
                xml.Told("ConsumableTypeEnum", "ink");
                xml.Told("ConsumableStation", number);
                xml.Told("ConsumableLabelCode", channel);
                xml.Told("ConsumablePercentageLevelRemaining", channel == "M" ? "7" : "64");
                xml.Nested("Capacity", () =>
                {
                    xml.Told("MaxCapacity", "775");
                    xml.Told("Unit", "milliliters");
                });
                xml.Told("ConsumableSelectibilityNumber", "871");
                xml.Told("ProductNumber", "SIM" + number);
                xml.Told("SerialNumber", "0001" + number);
                xml.Nested("Installation", () => xml.Told("Date", "2026-09-01"));
                xml.Nested("ConsumableLifeState", () => xml.Told("ConsumableState", channel == "M" ? "low" : "ok"));
                xml.Nested("PreviousCartridgeData", () => xml.Told("SerialNumber", "0000" + number));
            });
        }
    }

    private static void Usage(XmlWriter xml, SimulatedPrinter printer)
    {
        xml.Nested("PrinterSubunit", () =>
        {
            xml.Told("TotalImpressions", Impressions(printer).ToString(CultureInfo.InvariantCulture));
            xml.Nested("UsageByMarkingAgent", () => xml.Nested("CumulativeMarkingAgentUsed", () => Millilitres(xml, Channels.Sum(channel => Ink(printer, channel)))));
        });
        xml.Nested("ConsumableSubunit", () =>
        {
            foreach (var channel in Channels)
            {
                xml.Nested("Consumable", () =>
                {
                    xml.Told("ConsumableTypeEnum", "ink");
                    xml.Told("MarkerColor", channel);
                    xml.Nested("CumulativeMarkingAgentUsed", () => Millilitres(xml, Ink(printer, channel)));
                    xml.Told("CumulativeConsumableCount", "3");
                });
            }
        });
    }

    private static long Impressions(SimulatedPrinter printer) =>
        printer.Plan.State is null ? printer.Plan.Jobs.Sum(job => (long)(job.PrintedPages ?? 0)) : printer.Holdings.Impressions;

    private static decimal Ink(SimulatedPrinter printer, string channel) => printer.Plan.State?.Inks.FirstOrDefault(ink => ink.Channel == channel) is { } ink
        ? printer.Holdings.InkUsed(ink)
        : printer.Plan.Jobs.Sum(job => job.InkCubicCentimetres?.GetValueOrDefault(channel) ?? 0);

    private static void Media(XmlWriter xml, PrinterPlan printer) => xml.Nested("InputTray", () =>
    {
        xml.Told("InputBin", "Roll1");
        xml.Told("TrayType", "roll");
        xml.Told("TrayState", "ready");
        xml.Told("MediaType", "Bond paper");
        xml.Told("Width", (printer.WidthInches * 25.4m).ToString("0", CultureInfo.InvariantCulture));
    });

    private static void Millilitres(XmlWriter xml, decimal amount)
    {
        xml.Told("ValueFloat", amount.ToString("0.000", CultureInfo.InvariantCulture));
        xml.Told("Unit", "milliliters");
    }

    private static byte[] Write(string prefix, string root, string schema, Action<XmlWriter> content)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement(prefix, root, Schemas + schema);
            xml.WriteAttributeString("xmlns", "dd", null, Dictionary);
            xml.Nested("Version", () => xml.Told("Revision", "SVN-SIMULATED"));
            content(xml);
            xml.WriteEndElement();
        }

        return stream.ToArray();
    }

    private static void Nested(this XmlWriter xml, string name, Action content)
    {
        xml.WriteStartElement("dd", name, Dictionary);
        content();
        xml.WriteFullEndElement();
    }

    private static void Told(this XmlWriter xml, string name, string text) => xml.WriteElementString("dd", name, Dictionary, text);
}
