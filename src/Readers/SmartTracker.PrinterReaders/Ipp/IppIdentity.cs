using SmartTracker.Protocols.Ipp.Messages;

namespace SmartTracker.PrinterReaders.Ipp;

/// <summary>Who a printer says it is. Its serial number stands in its IEEE 1284 device id; where it does not, its UUID takes the place.</summary>
internal static class IppIdentity
{
    private const string Urn = "urn:uuid:";

    public static PrinterIdentity Of(IReadOnlyList<IppAttribute> printer)
    {
        var deviceId = DeviceId(printer.Text("printer-device-id"));
        return new PrinterIdentity(
            SerialNumber: Word(printer.Text("printer-serial-number")) ?? First(deviceId, "SERN", "SN", "SERIALNUMBER", "SER") ?? Uuid(printer.Text("printer-uuid")),
            Model: Word(printer.Text("printer-make-and-model")) ?? First(deviceId, "MDL", "MODEL"),
            Firmware: printer.Texts("printer-firmware-string-version") is { Count: > 0 } versions ? Word(string.Join(' ', versions)) : null,
            PartNumber: null,
            DeviceName: Word(printer.Text("printer-info")) ?? Word(printer.Text("printer-name")),
            MaximumMediaWidth: null);
    }

    public static string? Uuid(string? text) =>
        Word(text?.StartsWith(Urn, StringComparison.OrdinalIgnoreCase) == true ? text[Urn.Length..] : text)?.ToLowerInvariant();

    /// <summary><c>MFG:HP;MDL:DesignJet;SN:CN123;</c></summary>
    private static Dictionary<string, string> DeviceId(string? text)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in (text ?? "").Split(';'))
        {
            if (field.Split(':', 2) is [var name, var value])
                fields.TryAdd(name.Trim(), value);
        }

        return fields;
    }

    private static string? First(Dictionary<string, string> fields, params string[] names) =>
        names.Select(name => Word(fields.GetValueOrDefault(name))).FirstOrDefault(value => value is not null);

    private static string? Word(string? text) => text?.Trim().Trim('\0') is { Length: > 0 and <= 200 } word ? word : null;
}
