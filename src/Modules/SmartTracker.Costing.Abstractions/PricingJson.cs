using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SmartTracker.Abstractions.Quantities;

namespace SmartTracker.Costing.Abstractions;

/// <summary>How rates, price steps and reasons are stored as JSON: camelCase, money and quantities as strings with a point.</summary>
public static class PricingJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new DecimalAsString() },
    };

    public static string Write(PriceList prices)
    {
        ArgumentNullException.ThrowIfNull(prices);
        return JsonSerializer.Serialize(new StoredPriceList(prices.Currency.Code, [.. prices.Rates]), Options);
    }

    public static PriceList ReadPriceList(string json)
    {
        var stored = Read<StoredPriceList>(json);
        return new PriceList(new Currency(stored.Currency), stored.Rates);
    }

    public static string Write(IReadOnlyList<PriceStep> steps) => JsonSerializer.Serialize(steps, Options);

    public static IReadOnlyList<PriceStep> ReadSteps(string json) => Read<List<PriceStep>>(json);

    public static string Write(IReadOnlyList<MissingInput> missing) => JsonSerializer.Serialize(missing, Options);

    public static IReadOnlyList<MissingInput> ReadMissing(string json) => Read<List<MissingInput>>(json);

    private static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("Stored pricing is null.");

    private sealed record StoredPriceList(string Currency, List<Rate> Rates);

    private sealed class DecimalAsString : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            decimal.Parse(reader.GetString() ?? throw new JsonException("A decimal is missing."), NumberStyles.Number, CultureInfo.InvariantCulture);

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
    }
}
