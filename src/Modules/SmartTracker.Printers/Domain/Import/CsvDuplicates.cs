namespace SmartTracker.Printers.Domain.Import;

/// <summary>Which rows name a printer that is there already, in the file or in the registry.</summary>
public static class CsvDuplicates
{
    /// <param name="registered">Active printers.</param>
    public static IReadOnlyDictionary<int, CsvDuplicate> Of(IReadOnlyList<CsvPrinter> rows, IReadOnlyCollection<Printer> registered)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(registered);
        var result = new Dictionary<int, CsvDuplicate>();
        var (bySerial, byAddress) = (new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var row in rows)
        {
            var address = AddressOf(row);
            var twin = registered.FirstOrDefault(printer => row.Serial is not null && string.Equals(printer.SerialNumber, row.Serial, StringComparison.OrdinalIgnoreCase))
                ?? registered.FirstOrDefault(printer => address is not null && printer.Address == address);
            if (twin is not null)
                result[row.Line] = new CsvDuplicate(twin, null);
            else if ((row.Serial is { } serial && bySerial.TryGetValue(serial, out var line)) || (address is not null && byAddress.TryGetValue(address, out line)))
                result[row.Line] = new CsvDuplicate(null, line);
            if (row.Serial is not null)
                bySerial.TryAdd(row.Serial, row.Line);
            if (address is not null)
                byAddress.TryAdd(address, row.Line);
        }

        return result;
    }

    private static string? AddressOf(CsvPrinter row) =>
        row.Protocol != Printer.Manual && PrinterAddress.TryParse(row.Address, row.Protocol ?? Printer.PiwsProtocol, out var address, out _) ? address.Uri.AbsoluteUri : null;
}

/// <param name="Registered">The printer that is registered already, or null.</param>
/// <param name="Line">The earlier row of the same file, or null.</param>
public sealed record CsvDuplicate(Printer? Registered, int? Line);
