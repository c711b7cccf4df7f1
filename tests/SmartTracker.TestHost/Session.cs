using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace SmartTracker.TestHost;

/// <summary>What one person's browser would send to one tenant: its cookies and, with a form, the antiforgery token. Nothing is
/// normalised, followed or remembered, so that a test decides about every byte.</summary>
public sealed partial class Session
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private Session(Uri host, string prefix, IReadOnlyDictionary<string, string> cookies, string token) =>
        (Host, Prefix, Cookies, Token) = (host, prefix, cookies, token);

    public Uri Host { get; }

    /// <summary>What stands before the tenant's addresses, such as <c>/nordplan</c>; empty for Default.</summary>
    public string Prefix { get; }

    public IReadOnlyDictionary<string, string> Cookies { get; }

    public string Token { get; }

    /// <summary>Of the REST interface; null sends none.</summary>
    public string? Key { get; private init; }

    /// <param name="user">Null is somebody who is not signed in.</param>
    public static async Task<Session> OpenAsync(RunningHost host, string tenant, string? user, string password)
    {
        ArgumentNullException.ThrowIfNull(host);
        var prefix = host.Tenants.List().Single(known => known.Name == tenant).UrlPrefix;
        var session = new Session(host.Address, prefix.Length == 0 ? "" : "/" + prefix, new Dictionary<string, string>(), "");
        session = session.With(await session.GetAsync("/login"));
        if (user is null)
            return session;

        var answer = await session.PostAsync("/login", ("UserName", user), ("Password", password));
        if (answer.Status != 302)
            throw new InvalidOperationException($"{user} could not sign in at {tenant}: {answer.Status}.");
        session = session.With(answer);
        return session.With(await session.GetAsync("/account"));
    }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    /// <summary>With this session's antiforgery token.</summary>
    public Task<Answer> PostAsync(string path, params (string Name, string Value)[] fields) => SendAsync(HttpMethod.Post, path, Form(Token, fields));

    /// <param name="path">Behind the tenant's prefix, exactly as it goes over the wire.</param>
    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, new Uri($"http://{Host.Authority}{Prefix}{path}", AsWritten)) { Content = content };
        if (Cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        if (Key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        using var response = await Client.SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    /// <summary>The same cookies and token, sent to another tenant. There each cookie also bears the name that the other tenant gives its own.</summary>
    public Session At(Session other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var cookies = new Dictionary<string, string>(Cookies);
        foreach (var (name, value) in Cookies)
            cookies[NameAt(name, other)] = value;
        return new Session(other.Host, other.Prefix, cookies, Token) { Key = Key };
    }

    /// <summary>A program at the same tenant: it has a key and no cookies.</summary>
    public Session WithKey(string key) => new(Host, Prefix, new Dictionary<string, string>(), "") { Key = key };

    public Session WithCookie(string name, string value) => new(Host, Prefix, new Dictionary<string, string>(Cookies) { [name] = Uri.EscapeDataString(value) }, Token);

    public static FormUrlEncodedContent Form(string? token, params (string Name, string Value)[] fields) =>
        new(fields.Concat(token is null ? [] : [("__RequestVerificationToken", token)]).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));

    public static string? TokenIn(string page) => TokenPattern().Match(page) is { Success: true } found ? found.Groups[1].Value : null;

    private Session With(Answer answer)
    {
        var cookies = new Dictionary<string, string>(Cookies);
        foreach (var cookie in answer.SetCookies.Select(cookie => cookie.Split(';')[0].Split('=', 2)))
            cookies[cookie[0]] = cookie[1];
        return new Session(Host, Prefix, cookies, TokenIn(answer.Text) ?? Token);
    }

    // st_auth_nordplan is called st_auth_default at Default.
    private static string NameAt(string name, Session other)
    {
        var tenant = other.Prefix.Length == 0 ? "default" : other.Prefix[1..];
        return name.LastIndexOf('_') is > 2 and var end ? name[..(end + 1)] + tenant : name;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex TokenPattern();
}
