using System.Text.Json;
using System.Text.Json.Serialization;
using SmartTracker.PrinterReaders.State;

namespace SmartTracker.Printers.Data;

/// <summary>How a printer's state is stored: names of enumerations in words, so that a new one in between changes nothing that is stored.</summary>
public static class StateJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write(PrinterState state) => JsonSerializer.Serialize(state, Options);

    public static PrinterState Read(string json) => JsonSerializer.Deserialize<PrinterState>(json, Options)!;
}
