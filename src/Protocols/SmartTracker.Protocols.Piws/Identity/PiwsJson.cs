using System.Text.Json;
using SmartTracker.Protocols.Piws.Xml;

namespace SmartTracker.Protocols.Piws.Identity;

/// <summary>PIWS' JSON is its XML in other brackets: properties are elements, arrays are elements that repeat.</summary>
internal static class PiwsJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = PiwsLimits.Default.Depth, AllowTrailingCommas = true };

    /// <returns>Null where the document is not a JSON object.</returns>
    public static PiwsElement? Read(ReadOnlyMemory<byte> document)
    {
        try
        {
            using var json = JsonDocument.Parse(document, Options);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                return null;
            var root = new PiwsElement();
            AddProperties(root, json.RootElement);
            return root;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The latter for text with half a surrogate pair.
            return null;
        }
    }

    private static void AddProperties(PiwsElement parent, JsonElement json)
    {
        foreach (var property in json.EnumerateObject())
            Add(parent, property.Name, property.Value);
    }

    private static void Add(PiwsElement parent, string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
                Add(parent, name, item);
            return;
        }

        var element = new PiwsElement();
        element.Begin(name, parent);
        if (value.ValueKind == JsonValueKind.Object)
            AddProperties(element, value);
        else if (value.ValueKind != JsonValueKind.Null)
            element.Append(value.ToString().Trim());
        parent.Add(element);
    }
}
