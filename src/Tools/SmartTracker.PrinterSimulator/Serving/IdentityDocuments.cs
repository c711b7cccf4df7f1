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
        if (printer.FirmwareReleasedAt is { } released)
            xml.Text("FwReleaseDate", Written(released));
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
        ["FwReleaseDate"] = printer.FirmwareReleasedAt is { } released ? Written(released) : "1970-01-01T00:00:00Z",
        ["InterfaceVersion"] = "1.1.0",
        ["UUID"] = printer.Uuid.ToString(),
    });

    private static string Written(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static byte[] Settings() => PiwsDocument.Write("Settings", xml => xml.Text("InterfaceVersion", "1.1.0"));
}
