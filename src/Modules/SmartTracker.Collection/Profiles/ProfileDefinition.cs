using System.Text.Json;
using System.Text.Json.Serialization;
using SmartTracker.Collection.Import;

namespace SmartTracker.Collection.Profiles;

/// <summary>How the files of one source are read. Stored as JSON, and the body of a recipe's entry.</summary>
public sealed record ProfileDefinition
{
    public const int MostColumns = 100;

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Name of the worksheet, number of the HTML table or path of the XML element; null takes the one with the most rows.</summary>
    public string? Table { get; init; }

    /// <summary>From 1, empty rows not counted; 0 where columns have no headings and are told apart by their number.</summary>
    public int HeadingRow { get; init; } = 1;

    public DecimalMark DecimalMark { get; init; } = DecimalMark.Comma;

    /// <summary>As .NET writes it, such as <c>dd.MM.yyyy HH:mm:ss</c>.</summary>
    public string DateFormat { get; init; } = "";

    /// <summary>IANA name of the zone in which times without one are; null is the tenant's.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Columns that are not named are passed over.</summary>
    public IReadOnlyList<ProfileColumn> Columns { get; init; } = [];

    /// <summary>From a word of the file, in lower case, to one of the import.</summary>
    public IReadOnlyList<ProfileWord> Words { get; init; } = [];

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static ProfileDefinition FromJson(string json) => JsonSerializer.Deserialize<ProfileDefinition>(json, Json) ?? throw new FormatException("A stored import profile is empty.");
}

public enum DecimalMark
{
    Comma,
    Point,
}

/// <param name="Name">The heading, or the number of the column where there are none.</param>
/// <param name="Unit">One of <see cref="ProfileFields.Units"/>; null where the field has none.</param>
/// <param name="Channel">Of ink.</param>
/// <param name="Field">Null for a column that is passed over.</param>
public sealed record ProfileColumn(
    string Name, [property: JsonConverter(typeof(ProfileFieldNames))] ImportField? Field, string? Unit = null, string? Channel = null);

/// <param name="Word">As the file says it, without regard to case.</param>
public sealed record ProfileWord(ImportField Field, string Word, string Means);
