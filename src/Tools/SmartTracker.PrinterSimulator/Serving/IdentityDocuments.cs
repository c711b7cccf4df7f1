using System.Globalization;
using System.Text.Json;
using SmartTracker.PrinterSimulator.Plan;

namespace SmartTracker.PrinterSimulator.Serving;

internal static class IdentityDocuments
{
    public static byte[] Xml(PrinterPlan printer) => PiwsDocument.Write("Identification", xml =>
    {
        xml.Text("ModelName", printer.Model);
        xml.Text("PartNumber", printer.PartNumber);
        xml.Text("SerialNumber", printer.SerialNumber);
        xml.Text("PrinterName", printer.Name);
        xml.Inches("PrinterWidth", printer.WidthInches);
        xml.Text("FwReleaseName", printer.Firmware);
        xml.Text("InterfaceVersion", "1.1.0");
        xml.Text("UUID", printer.Uuid.ToString());
    });

    public static byte[] Json(PrinterPlan printer) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
    {
        ["ModelName"] = printer.Model,
        ["PartNumber"] = printer.PartNumber,
        ["SerialNumber"] = printer.SerialNumber,
        ["PrinterName"] = printer.Name,
        ["PrinterWidth"] = new Dictionary<string, string>
        {
            ["Value"] = printer.WidthInches.ToString("0.000000", CultureInfo.InvariantCulture),
            ["Unit"] = "in",
        },
        ["FwReleaseName"] = printer.Firmware,
        ["InterfaceVersion"] = "1.1.0",
        ["UUID"] = printer.Uuid.ToString(),
    });

    public static byte[] Settings() => PiwsDocument.Write("Settings", xml => xml.Text("InterfaceVersion", "1.1.0"));
}
