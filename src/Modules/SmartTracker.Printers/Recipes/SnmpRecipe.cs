using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Domain;
using SmartTracker.Printers.Registry;

namespace SmartTracker.Printers.Recipes;

/// <summary><c>"Snmp": {"Version": "V3", "UserName", "Authentication": "Sha256", "AuthenticationSecret", "Privacy": "Aes128", "PrivacySecret", "Port"}</c>
/// or <c>{"Version": "V2c", "Community"}</c>.</summary>
internal static class SnmpRecipe
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static SnmpDraft Read(JsonObject snmp)
    {
        try
        {
            var access = snmp.Deserialize<Written>(Json)!;
            return new SnmpDraft(access.Version)
            {
                Port = access.Port,
                Community = access.Community,
                UserName = access.UserName,
                Authentication = access.Authentication,
                AuthenticationSecret = access.AuthenticationSecret,
                Privacy = access.Privacy,
                PrivacySecret = access.PrivacySecret,
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw new RecipeException("Step Printers: 'Snmp' must be {\"Version\": \"V1\", \"V2c\" or \"V3\", \"Community\" or \"UserName\" with \"Authentication\", \"AuthenticationSecret\", \"Privacy\", \"PrivacySecret\"}.");
        }
    }

    private sealed record Written(
        SnmpVersion Version, int Port = SnmpProfile.DefaultPort, string? Community = null, string? UserName = null,
        SnmpAuthentication Authentication = SnmpAuthentication.None, string? AuthenticationSecret = null,
        SnmpPrivacy Privacy = SnmpPrivacy.None, string? PrivacySecret = null);
}
