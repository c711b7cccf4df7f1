using SmartTracker.Protocols.Piws.Jobs;
using SmartTracker.Protocols.Piws.Xml;

namespace SmartTracker.Protocols.Piws.Identity;

/// <summary>Reads <c>Identification.xml</c> and <c>Identification.json</c>. Some printers nest the values (Latex 800W: under <c>Fields</c>), so
/// they are looked for below the root.</summary>
public static class PiwsIdentificationParser
{
    private const int Elements = 1000;

    /// <returns>Null where the document is neither, or names no model and no serial number.</returns>
    public static PiwsIdentification? Parse(ReadOnlyMemory<byte> document)
    {
        if (PiwsDocument.Read(document, Elements) is not { } element)
            return null;

        // The values stand together: whoever holds the serial number or the model holds the rest.
        var holder = element.Holder("SerialNumber") ?? element.Holder("ModelName");
        if (holder is null)
            return null;

        var limits = PiwsLimits.Default;
        var values = new PiwsValueReader(holder, null, new PiwsProblems(limits), limits);
        return new PiwsIdentification
        {
            ModelName = values.Text("ModelName"),
            ModelNumber = values.Text("ModelNumber"),
            PartNumber = values.Text("PartNumber"),
            SerialNumber = values.Text("SerialNumber"),
            PrinterName = values.Text("PrinterName"),
            PrinterWidth = values.Quantity("PrinterWidth"),
            FwReleaseName = values.Text("FwReleaseName"),
            FwReleaseDate = values.Text("FwReleaseDate"),
            InterfaceVersion = values.Text("InterfaceVersion"),
            Uuid = values.Text("UUID"),
        };
    }
}
