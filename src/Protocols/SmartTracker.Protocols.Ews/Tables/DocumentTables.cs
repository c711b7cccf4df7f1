namespace SmartTracker.Protocols.Ews.Tables;

/// <summary>Reads tables out of bytes, by what they are: names and content types of printers are not to be believed. Nothing makes it throw.</summary>
public static class DocumentTables
{
    private static ReadOnlySpan<byte> Zip => [0x50, 0x4B, 0x03, 0x04];

    private static ReadOnlySpan<byte> Compound => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <param name="contentType">Only for its charset; may be null.</param>
    /// <param name="isWhole">The sender said where the end is and all of it arrived; otherwise a last line without an end is not believed.</param>
    public static TableDocument Read(ReadOnlyMemory<byte> document, string? contentType, bool isWhole, EwsLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        if (PlainTables.Is(document.Span) && document.Length <= limits.DocumentBytes)
            return PlainTables.Read(document.Span, limits);
        var container = Sniff(document.Span);
        if (document.Length > limits.DocumentBytes)
            return new TableDocument(container, [], TableDefect.TooLarge) { DefectDetail = $"{document.Length} bytes" };
        if (container is TableContainer.Xls or TableContainer.Xlsx)
            return SpreadsheetTables.Read(document, container, limits);
        if (container == TableContainer.Unknown)
            return new TableDocument(container, [], TableDefect.NotATable);

        var (text, isGuessed) = DocumentText.Decode(document.Span, contentType);
        var tables = container == TableContainer.Html ? new HtmlTables(limits).Read(text) : DelimitedTable.Read(text, isWhole, limits);
        return tables with { IsCharsetGuessed = isGuessed };
    }

    public static TableContainer Sniff(ReadOnlySpan<byte> document)
    {
        if (document.StartsWith(Zip))
            return TableContainer.Xlsx;
        // Excel before 1993 has no compound file around its records; the first is BOF (0x0009, 0x0209, 0x0409).
        if (document.StartsWith(Compound) || document is [0x09, 0x00 or 0x02 or 0x04, 0x04 or 0x06 or 0x08, 0x00, ..])
            return TableContainer.Xls;
        var start = DocumentText.Start(document);
        if (start.Length == 0 || start.Contains('\0', StringComparison.Ordinal))
            return TableContainer.Unknown;
        return start.TrimStart('\uFEFF', ' ', '\r', '\n', '\t').StartsWith('<') ? TableContainer.Html : TableContainer.Delimited;
    }
}
