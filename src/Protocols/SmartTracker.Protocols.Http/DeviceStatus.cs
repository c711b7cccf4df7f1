using System.Globalization;

namespace SmartTracker.Protocols.Http;

internal static class DeviceStatus
{
    private const int LongestTarget = 200;

    /// <summary>What status, headers and the first bytes say against an answer, or null.</summary>
    public static DeviceFailure? FailureOf(HttpResponseMessage response, bool withPassword, byte[] body, bool isPage) => (int)response.StatusCode switch
    {
        401 or 403 => new DeviceFailure(withPassword ? DeviceFailureKind.PasswordRefused : DeviceFailureKind.PasswordRequired),
        426 => new DeviceFailure(DeviceFailureKind.EncryptionRequired),
        404 or 410 => new DeviceFailure(DeviceFailureKind.NotFound),
        >= 300 and < 400 => new DeviceFailure(DeviceFailureKind.Redirected, Short(response.Headers.Location?.OriginalString ?? "")),
        200 => !isPage && IsHtml(body) ? new DeviceFailure(DeviceFailureKind.LoginPage) : null,
        var status => new DeviceFailure(DeviceFailureKind.DeviceError, status.ToString(CultureInfo.InvariantCulture)),
    };

    // It ends up in a sentence.
    private static string Short(string target) => target.Length > LongestTarget ? target[..LongestTarget] + "…" : target;

    /// <summary>By its bytes: printers label their XML text/html now and then.</summary>
    private static bool IsHtml(byte[] body)
    {
        var start = System.Text.Encoding.Latin1.GetString(body, 0, Math.Min(body.Length, 1024)).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }
}
