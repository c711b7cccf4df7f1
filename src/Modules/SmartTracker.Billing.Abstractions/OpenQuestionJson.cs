using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace SmartTracker.Billing.Abstractions;

/// <summary>How open questions are stored with an invoice: a JSON list, camelCase, instants in ISO 8601.</summary>
public static class OpenQuestionJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new InstantAsText() },
    };

    /// <summary>Null where there are none.</summary>
    public static string? Write(IReadOnlyCollection<OpenQuestion> questions)
    {
        ArgumentNullException.ThrowIfNull(questions);
        return questions.Count == 0 ? null : JsonSerializer.Serialize(questions, Options);
    }

    /// <exception cref="JsonException">The stored text is not such a list.</exception>
    public static IReadOnlyList<OpenQuestion> Read(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<List<OpenQuestion>>(json, Options) ?? throw new JsonException("Stored questions are null.");

    private sealed class InstantAsText : JsonConverter<Instant>
    {
        public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            InstantPattern.ExtendedIso.Parse(reader.GetString() ?? "").GetValueOrThrow();

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
            writer.WriteStringValue(InstantPattern.ExtendedIso.Format(value));
    }
}
