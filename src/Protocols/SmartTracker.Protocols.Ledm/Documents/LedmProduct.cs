using SmartTracker.Protocols.Http.Xml;

namespace SmartTracker.Protocols.Ledm.Documents;

/// <summary><c>ProductConfigDyn</c>. Null is "absent or empty".</summary>
public sealed record LedmProduct
{
    public string? MakeAndModel { get; init; }
    public string? ProductNumber { get; init; }
    public string? SerialNumber { get; init; }

    /// <summary>Of the firmware.</summary>
    public string? Revision { get; init; }

    /// <summary>The device's clock as it writes it.</summary>
    public string? TimeStamp { get; init; }

    public static LedmReading<LedmProduct> Parse(ReadOnlyMemory<byte> document) => LedmValues.Read(document, "ProductConfigDyn", root =>
    {
        // The document has a Version/Revision of its own schema beside the product's.
        var product = root.Below("ProductInformation").FirstOrDefault() ?? root;
        return new LedmProduct
        {
            MakeAndModel = product.TextOf("MakeAndModel"),
            ProductNumber = product.TextOf("ProductNumber"),
            SerialNumber = product.TextOf("SerialNumber"),
            Revision = ReferenceEquals(product, root) ? null : product.TextOf("Revision") ?? product.Child("Version")?.TextOf("Revision"),
            TimeStamp = First(product, "TimeStamp") ?? First(root, "TimeStamp"),
        };
    });

    private static string? First(DeviceElement element, string name) => element.Below(name).FirstOrDefault() is { IsWhole: true, Text: { Length: > 0 } text } ? text : null;
}
