using System.Text;
using System.Text.Json;

namespace SmartTracker.Collection.Import;

/// <summary>Reads jobs from lines that each hold a JSON object.</summary>
/// <param name="latest">No job can lie after it.</param>
internal sealed class NdjsonLines(DateTimeOffset latest) : IImportSyntax
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 4 };

    private static readonly byte[][] Names = [.. Enum.GetValues<ImportField>().Select(field => Encoding.ASCII.GetBytes(ImportFields.Name(field)))];

    private readonly byte[] _text = new byte[LineReader.LongestLine];
    private readonly RecentTexts _recent = new();
    private int _next;

    public bool IsQuoted => false;

    public ImportLine? Read(long number, ReadOnlySpan<byte> record)
    {
        if (record.TrimEnd((byte)' ').IsEmpty)
            return null;
        try
        {
            return ReadObject(number, record);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return ImportLine.Bad(number, null, "The line is not a JSON object.");
        }
    }

    private ImportLine ReadObject(long number, ReadOnlySpan<byte> record)
    {
        var reader = new Utf8JsonReader(record, Options);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return ImportLine.Bad(number, null, "The line is not a JSON object.");

        var row = new ImportRow(_recent);
        (string Field, string Reason)? wrong = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var fault = ReadProperty(ref reader, row);
            wrong ??= fault;
        }

        // Also what follows the object must be nothing.
        while (reader.Read())
        {
        }

        if (wrong is null && row.Check() is var (field, missing))
            wrong = (ImportFields.Name(field), missing);
        return wrong is var (name, reason) ? ImportLine.Bad(number, name, $"{name} {reason}.") : ImportLine.Good(number, row);
    }

    private (string Field, string Reason)? ReadProperty(ref Utf8JsonReader reader, ImportRow row)
    {
        if (!TryFind(ref reader, out var field))
        {
            var unknown = reader.HasValueSequence || reader.ValueSpan.Length > 100 ? "A field with a very long name" : reader.GetString()!;
            reader.Read();
            reader.Skip();
            return (unknown, "is not a known field");
        }

        reader.Read();
        if (field == ImportField.InkNl)
            return ReadInk(ref reader, row) is { } wrongInk ? (ImportFields.Name(field), wrongInk) : null;

        var wrong = reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.String when !IsFigure(field) => SetText(ref reader, row, field),
            JsonTokenType.Number when IsFigure(field) => row.Set(field, reader.ValueSpan, latest),
            _ => IsFigure(field) ? "is not a whole number" : "is not text",
        };
        reader.Skip();
        return wrong is null ? null : (ImportFields.Name(field), wrong);
    }

    private string? SetText(ref Utf8JsonReader reader, ImportRow row, ImportField field)
    {
        try
        {
            return row.Set(field, reader.ValueIsEscaped ? _text.AsSpan(0, reader.CopyString(_text)) : reader.ValueSpan, latest);
        }
        catch (InvalidOperationException)
        {
            return "holds half a character";
        }
    }

    private string? ReadInk(ref Utf8JsonReader reader, ImportRow row)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return "is not an object of nanolitres by channel";
        }

        string? wrong = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var channel = reader.ValueIsEscaped ? reader.GetString()! : _recent.Read(reader.ValueSpan);
            reader.Read();
            var fault = reader.TokenType == JsonTokenType.Number ? row.SetInk(channel, reader.ValueSpan) : "is not an object of nanolitres by channel";
            reader.Skip();
            wrong ??= fault;
        }

        return wrong;
    }

    private static bool IsFigure(ImportField field) => field
        is ImportField.Pages or ImportField.Copies or ImportField.MediaWidthUm or ImportField.PageAreaMm2 or ImportField.MediaAreaMm2;

    // Compared as bytes, beginning with the one that stood next in the line before: a program writes all lines in one order.
    private bool TryFind(ref Utf8JsonReader reader, out ImportField field)
    {
        for (var tried = 0; tried < Names.Length; tried++)
        {
            var candidate = (_next + tried) % Names.Length;
            if (!reader.ValueTextEquals(Names[candidate]))
                continue;
            field = (ImportField)candidate;
            _next = candidate + 1;
            return true;
        }

        field = default;
        return false;
    }
}
