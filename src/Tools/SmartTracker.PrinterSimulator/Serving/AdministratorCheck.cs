using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using SmartTracker.PrinterSimulator.Plan;

namespace SmartTracker.PrinterSimulator.Serving;

/// <summary>Asks for the administrator's password, as it is (Basic) or hashed (Digest), and checks it.</summary>
internal sealed partial class AdministratorCheck
{
    private const string Realm = "Printer";
    private readonly ConcurrentDictionary<string, int> _counts = new();

    public bool IsAdministrator(SimulatedPrinter printer, HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        if (authorization.Length == 0 || IsStale(authorization))
            return false;
        var isRight = !printer.IsLockedOut && (printer.Plan.Passwords == PasswordScheme.Basic
            ? authorization == "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"admin:{printer.AcceptedPassword}"))
            : authorization.StartsWith("Digest ", StringComparison.Ordinal) && IsRight(printer, request, authorization["Digest ".Length..]));
        printer.SawPassword(isRight);
        return isRight;
    }

    public Task AskAsync(SimulatedPrinter printer, HttpContext context)
    {
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        _counts[nonce] = 0;
        // Both, weaker first: whoever asks chooses.
        var isStale = IsStale(context.Request.Headers.Authorization.ToString());
        context.Response.Headers.WWWAuthenticate = printer.Plan.Passwords switch
        {
            PasswordScheme.Basic => $"Basic realm=\"{Realm}\"",
            PasswordScheme.DigestMd5 => new[] { $"Basic realm=\"{Realm}\"", $"Digest realm=\"{Realm}\", qop=\"auth\", nonce=\"{nonce}\"{(isStale ? ", stale=true" : "")}" },
            _ => new[] { $"Digest realm=\"{Realm}\", qop=\"auth\", nonce=\"{nonce}\", algorithm=MD5", $"Digest realm=\"{Realm}\", qop=\"auth,auth-int\", nonce=\"{nonce}\", algorithm=SHA-256, opaque=\"x\"{(isStale ? ", stale=true" : "")}" },
        };
        return Reply.TextAsync(context, StatusCodes.Status401Unauthorized, "text/html", "<html><body>401 Unauthorized</body></html>");
    }

    private bool IsStale(string authorization) => Field(authorization, "nonce") is { } used && !_counts.ContainsKey(used);

    private bool IsRight(SimulatedPrinter printer, HttpRequest request, string fields)
    {
        if (Field(fields, "nonce") is not { } nonce || !_counts.TryGetValue(nonce, out var seen))
            return false;
        // A count that does not rise is a replay.
        if (!int.TryParse(Field(fields, "nc"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var count) || count <= seen)
            return false;
        _counts[nonce] = count;
        var isSha = printer.Plan.Passwords == PasswordScheme.DigestSha256;
        if ((Field(fields, "algorithm") ?? "MD5") != (isSha ? "SHA-256" : "MD5") || Field(fields, "uri") != request.Path + request.QueryString)
            return false;
        string Hash(string text) => Convert.ToHexStringLower(CryptographicOperations.HashData(isSha ? HashAlgorithmName.SHA256 : HashAlgorithmName.MD5, Encoding.UTF8.GetBytes(text)));
        var expected = Hash($"{Hash($"admin:{Realm}:{printer.AcceptedPassword}")}:{nonce}:{Field(fields, "nc")}:{Field(fields, "cnonce")}:auth:{Hash($"{request.Method}:{Field(fields, "uri")}")}");
        if (Field(fields, "response") != expected)
            return false;
        if (printer.Fault is SimulatorFault.NoncesRunOut)
            _counts.TryRemove(nonce, out _);
        return true;
    }

    private static string? Field(string fields, string name)
    {
        foreach (Match field in Fields().Matches(fields))
        {
            if (field.Groups["name"].Value == name)
                return field.Groups["quoted"].Success ? field.Groups["quoted"].Value : field.Groups["token"].Value;
        }

        return null;
    }

    [GeneratedRegex("(?<name>[a-z]+)=(?:\"(?<quoted>[^\"]*)\"|(?<token>[^,\\s]+))")]
    private static partial Regex Fields();
}
