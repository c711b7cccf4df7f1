namespace SmartTracker.TestHost;

/// <summary>What a person does in a browser: open a page, fill its form, send it.</summary>
public static class PageForms
{
    /// <summary>The field in which a form carries the token.</summary>
    public const string TokenField = "__RequestVerificationToken";

    /// <summary>Sends a form with the token of the page that shows it.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(this HttpClient browser, string page, string action, params (string Name, string Value)[] fields)
    {
        ArgumentNullException.ThrowIfNull(browser);
        using var form = Form(await browser.TokenAsync(page), fields);
        return await browser.PostAsync(action, form);
    }

    public static async Task<string> TokenAsync(this HttpClient browser, string page)
    {
        ArgumentNullException.ThrowIfNull(browser);
        return Token(await browser.GetStringAsync(page));
    }

    /// <exception cref="InvalidOperationException">The page shows no form.</exception>
    public static string Token(string page) => Session.TokenIn(page) ?? throw new InvalidOperationException("The page has no form with an antiforgery token.");

    public static FormUrlEncodedContent Form(string token, params (string Name, string Value)[] fields) => Session.Form(token, fields);
}
