using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmartTracker.Protocols.Ews.Tables;

/// <summary>Tables as text of our own, for a document that cannot be written again in its own form. Read, they are the same tables.</summary>
/// <param name="SmarttrackerTables">The form's version; with its name the bytes begin.</param>
internal sealed record PlainTables(int SmarttrackerTables, TableDocument Document)
{
    public const string ContentType = "application/vnd.smarttracker.tables+json";

    private const int Version = 1;

    private static ReadOnlySpan<byte> Begin => "{\"smarttrackerTables\":1,"u8;

    public static bool Is(ReadOnlySpan<byte> document) => document.StartsWith(Begin);

    public static byte[] Write(TableDocument document) => JsonSerializer.SerializeToUtf8Bytes(new PlainTables(Version, document), PlainTablesJson.Default.PlainTables);

    public static TableDocument Read(ReadOnlySpan<byte> document, EwsLimits limits)
    {
        try
        {
            var read = JsonSerializer.Deserialize(document, PlainTablesJson.Default.PlainTables)!.Document;
            // Lists of what may not be null may hold it all the same.
            if (read.Tables.Any(table => table is null || table.Rows.Any(row => row is null || row.Cells.Any(cell => cell is null))))
                return new TableDocument(TableContainer.Unknown, [], TableDefect.NotATable);
            var cells = read.Tables.Sum(table => table.Rows.Sum(row => (long)row.Cells.Count));
            return cells > limits.Cells ? new TableDocument(read.Container, [], TableDefect.TooLarge) : read;
        }
        catch (JsonException exception)
        {
            return new TableDocument(TableContainer.Unknown, [], TableDefect.NotATable) { DefectDetail = exception.Message };
        }
    }
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, UseStringEnumConverter = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PlainTables))]
internal sealed partial class PlainTablesJson : JsonSerializerContext;
