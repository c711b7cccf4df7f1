using System.Globalization;

namespace SmartTracker.Protocols.Piws.Http;

internal static class PiwsStatus
{
    /// <summary>What status, headers and the first bytes say against an answer, or null.</summary>
    public static PiwsFailure? FailureOf(HttpResponseMessage response, bool withPassword, byte[] body) => (int)response.StatusCode switch
    {
        401 or 403 => new PiwsFailure(withPassword ? PiwsFailureKind.PasswordRefused : PiwsFailureKind.PasswordRequired),
        404 or 410 => new PiwsFailure(PiwsFailureKind.NotFound),
        >= 300 and < 400 => new PiwsFailure(PiwsFailureKind.Redirected, response.Headers.Location?.OriginalString ?? ""),
        200 => IsHtml(body) ? new PiwsFailure(PiwsFailureKind.LoginPage) : null,
        var status => new PiwsFailure(PiwsFailureKind.DeviceError, status.ToString(CultureInfo.InvariantCulture)),
    };

    /// <summary>By its bytes: printers label their XML text/html now and then.</summary>
    private static bool IsHtml(byte[] body)
    {
        var start = System.Text.Encoding.Latin1.GetString(body, 0, Math.Min(body.Length, 1024)).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }
}
