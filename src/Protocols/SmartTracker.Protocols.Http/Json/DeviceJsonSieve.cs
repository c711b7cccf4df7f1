using System.Text.Encodings.Web;
using System.Text.Json;

namespace SmartTracker.Protocols.Http.Json;

/// <summary>Writes foreign JSON again with only the values that somebody vouches for; what stands around them stays.</summary>
public static class DeviceJsonSieve
{
    private const int Depth = 32;

    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = Depth, AllowTrailingCommas = true };
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = Depth + 1 };

    /// <param name="isKnown">Whether values may stay, by the name of what holds them and their own.</param>
    /// <returns>Null where the document is not whole JSON.</returns>
    public static byte[]? Sift(ReadOnlyMemory<byte> document, Func<string, string, bool> isKnown)
    {
        ArgumentNullException.ThrowIfNull(isKnown);
        try
        {
            using var json = JsonDocument.Parse(document, Reading);
            using var target = new MemoryStream();
            using (var writer = new Utf8JsonWriter(target, Writing))
                Write(json.RootElement, parent: "", name: "", writer, isKnown);
            return target.ToArray();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The latter for text with half a surrogate pair.
            return null;
        }
    }

    private static void Write(JsonElement value, string parent, string name, Utf8JsonWriter writer, Func<string, string, bool> isKnown)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in value.EnumerateObject())
                {
                    writer.WritePropertyName(property.Name);
                    Write(property.Value, name, property.Name, writer, isKnown);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    Write(item, parent, name, writer, isKnown);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String when isKnown(parent, name):
                writer.WriteStringValue(value.GetString());
                break;
            default:
                if (isKnown(parent, name))
                    value.WriteTo(writer);
                else
                    writer.WriteNullValue();
                break;
        }
    }
}
