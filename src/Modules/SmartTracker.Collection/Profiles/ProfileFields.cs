using System.Text.Json;
using System.Text.Json.Serialization;
using SmartTracker.Collection.Import;

namespace SmartTracker.Collection.Profiles;

/// <summary>What a column of a file may say about a print job, in units that the profile names.</summary>
public static class ProfileFields
{
    /// <summary>The units that a column of this field may be in, the usual one first; empty where it has none.</summary>
    public static IReadOnlyList<string> Units(ImportField? field) => field switch
    {
        ImportField.MediaWidthUm => ["mm", "cm", "m", "in", "ft", "µm", ProfileUnits.InCell],
        ImportField.PageAreaMm2 or ImportField.MediaAreaMm2 => ["m²", "cm²", "mm²", "ft²", "in²", ProfileUnits.InCell],
        ImportField.InkNl => ["ml", "l", "nl", ProfileUnits.InCell],
        _ => [],
    };

    public static bool IsTime(ImportField? field) => field is ImportField.SubmittedAt or ImportField.CompletedAt;

    /// <summary>Its words are translated into ours one by one.</summary>
    public static bool HasWords(ImportField? field) => field is ImportField.JobKind or ImportField.Status;

    /// <summary>What its words may be translated into, as the import names it.</summary>
    public static IReadOnlyList<string> Words(ImportField? field) => field switch
    {
        ImportField.JobKind => ["print", "copy", "scan", "internal"],
        ImportField.Status => ["completed", "cancelled", "failed", "pending"],
        _ => [],
    };
}

/// <summary>A field as profiles and recipes write it: without the import's unit, because the profile names its own; <c>ignore</c> for none.</summary>
public sealed class ProfileFieldNames : JsonConverter<ImportField?>
{
    private const string Ignore = "ignore";

    private static readonly Dictionary<string, ImportField> ByName = Enum.GetValues<ImportField>().ToDictionary(Name);

    public override bool HandleNull => true;

    public override ImportField? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString() switch
    {
        Ignore => null,
        { } name when ByName.TryGetValue(name, out var field) => field,
        var other => throw new JsonException($"{other} is no field of a print job."),
    };

    public override void Write(Utf8JsonWriter writer, ImportField? value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value is { } field ? Name(field) : Ignore);
    }

    private static string Name(ImportField field) => field switch
    {
        ImportField.MediaWidthUm => "mediaWidth",
        ImportField.PageAreaMm2 => "pageArea",
        ImportField.MediaAreaMm2 => "mediaArea",
        ImportField.InkNl => "ink",
        _ => ImportFields.Name(field),
    };
}
