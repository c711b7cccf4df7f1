using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace SmartTracker.Billing.Api;

/// <summary>Names a customer's month while nothing is issued for it. Drafts are not stored, so the id is computed: a UUID of version 8 (RFC 9562, 5.8)
/// from the SHA-256 of the customer's name, with the month in its last three bytes.</summary>
internal static class DraftId
{
    private const int Version8 = 0x80;
    private const int Variant = 0x80;
    private const int MonthsPerYear = 12;
    private const int LastYear = 9999;

    public static Guid Of(string tenant, YearMonth period)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(tenant))[..16];
        bytes[6] = (byte)(Version8 | bytes[6] & 0x0F);
        bytes[8] = (byte)(Variant | bytes[8] & 0x3F);
        var months = period.Year * MonthsPerYear + period.Month - 1;
        (bytes[13], bytes[14], bytes[15]) = ((byte)(months >> 16), (byte)(months >> 8 & 0xFF), (byte)(months & 0xFF));
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>The customer and month that an id names, or null where it names neither.</summary>
    public static (string Tenant, YearMonth Period)? Find(Guid id, IEnumerable<string> tenants)
    {
        var bytes = id.ToByteArray(bigEndian: true);
        var months = bytes[13] << 16 | bytes[14] << 8 | bytes[15];
        if (months / MonthsPerYear is < 1 or > LastYear)
            return null;
        var period = new YearMonth(months / MonthsPerYear, months % MonthsPerYear + 1);
        return tenants.FirstOrDefault(tenant => Of(tenant, period) == id) is { } found ? (found, period) : null;
    }
}
