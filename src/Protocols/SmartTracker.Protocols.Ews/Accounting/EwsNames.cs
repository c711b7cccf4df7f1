using SmartTracker.Protocols.Ews.Tables;
using SmartTracker.Protocols.Ews.Words;

namespace SmartTracker.Protocols.Ews.Accounting;

/// <summary>Writes an accounting page or export again without the names that somebody does not want kept. What is read from it is the same but for them; what
/// is not read, other tables and columns that nobody knows, is left out.</summary>
public static class EwsNames
{
    /// <summary>Of what is written.</summary>
    public const string ContentType = PlainTables.ContentType;

    /// <param name="document">As <see cref="EwsAccountingParser.Parse"/> takes it, with the next two.</param>
    /// <param name="contentType">As the printer named it, or null.</param>
    /// <param name="isWhole">The transport saw the end.</param>
    /// <param name="name">What stands instead of a <see cref="EwsColumn.User"/> or <see cref="EwsColumn.Document"/>.</param>
    public static byte[] Replace(ReadOnlyMemory<byte> document, string? contentType, bool isWhole, Func<EwsColumn, string, string?> name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var tables = DocumentTables.Read(document, contentType, isWhole, EwsLimits.Default);
        if (EwsLayoutFinder.Find(tables.Tables) is not var (table, layout))
            return PlainTables.Write(tables with { Tables = [], DefectDetail = null });

        var sieve = new EwsRowSieve(layout, table.Rows, name);
        var kept = table with { Rows = [.. table.Rows.Where(row => row.Number >= sieve.FirstRow).Select(sieve.Sift)], Name = null };
        return PlainTables.Write(tables with { Tables = [kept], DefectDetail = null });
    }
}
