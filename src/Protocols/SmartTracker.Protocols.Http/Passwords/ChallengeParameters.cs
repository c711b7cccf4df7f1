using System.Text;

namespace SmartTracker.Protocols.Http.Passwords;

/// <summary>The parameters of a challenge (RFC 9110 §11.2): <c>realm="Printer", qop="auth", algorithm=MD5</c>.</summary>
internal static class ChallengeParameters
{
    private const int MostParameters = 50;

    /// <summary>By name in lower case; of a name that comes twice the first. Stops where the text is none.</summary>
    public static Dictionary<string, string> Parse(string? text)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var rest = text.AsSpan();
        while (found.Count < MostParameters)
        {
            rest = rest.TrimStart(" \t,");
            var equals = rest.IndexOf('=');
            if (equals <= 0)
                break;
            var name = rest[..equals].Trim().ToString();
            rest = rest[(equals + 1)..].TrimStart(" \t");
            found.TryAdd(name, rest is ['"', ..] ? Quoted(ref rest) : Token(ref rest));
        }

        return found;
    }

    private static string Token(ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny(',', ' ', '\t');
        var token = (end < 0 ? rest : rest[..end]).ToString();
        rest = end < 0 ? default : rest[end..];
        return token;
    }

    private static string Quoted(ref ReadOnlySpan<char> rest)
    {
        var value = new StringBuilder();
        var at = 1;
        for (; at < rest.Length && rest[at] != '"'; at++)
        {
            if (rest[at] == '\\' && at + 1 < rest.Length)
                at++;
            value.Append(rest[at]);
        }

        rest = at < rest.Length ? rest[(at + 1)..] : default;
        return value.ToString();
    }
}
