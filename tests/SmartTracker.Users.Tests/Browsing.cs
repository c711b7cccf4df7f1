using System.Net;
using System.Text.RegularExpressions;

namespace SmartTracker.Users.Tests;

/// <summary>What a person does in a browser: open a page, fill its form, send it.</summary>
internal static partial class Browsing
{
    public static async Task<HttpResponseMessage> SendFormAsync(
        this HttpClient browser, string page, string action, params (string Name, string Value)[] fields)
    {
        var token = AntiforgeryToken(await browser.GetStringAsync(page));
        return await browser.PostAsync(action, Form(token, fields));
    }

    public static Task<HttpResponseMessage> SignInAsync(
        this HttpClient browser, string userName, string password = Make.Password, string returnUrl = "") =>
        browser.SendFormAsync("login", "login", ("UserName", userName), ("Password", password), ("ReturnUrl", returnUrl));

    public static async Task<HttpStatusCode> StatusAsync(this HttpClient browser, string page)
    {
        using var response = await browser.GetAsync(page);
        return response.StatusCode;
    }

    public static FormUrlEncodedContent Form(string token, params (string Name, string Value)[] fields) =>
        new(fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));

    public static string AntiforgeryToken(string page) => TokenPattern().Match(page).Groups[1].Value;

    public static string SetCookie(this HttpResponseMessage response, string name) =>
        response.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith(name + "=", StringComparison.Ordinal));

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex TokenPattern();
}
