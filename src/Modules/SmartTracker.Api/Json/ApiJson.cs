using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmartTracker.Api.Json;

/// <summary>How the REST interface writes values: camelCase, enums too; instants in RFC 3339 UTC, days in ISO 8601, decimals as text.</summary>
internal static class ApiJson
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.NumberHandling = JsonNumberHandling.Strict;
        // A mistyped field must not be left out in silence.
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new LocalDateConverter());
        options.Converters.Add(new DecimalConverter());
    }
}
