using System.Net;
using SmartTracker.TestHost;

namespace SmartTracker.Users.Tests;

/// <summary>Signing in, and what an answer says.</summary>
internal static class Browsing
{
    public static Task<HttpResponseMessage> SignInAsync(
        this HttpClient browser, string userName, string password = Make.Password, string returnUrl = "") =>
        browser.SendFormAsync("login", "login", ("UserName", userName), ("Password", password), ("ReturnUrl", returnUrl));

    public static async Task<HttpStatusCode> StatusAsync(this HttpClient browser, string page)
    {
        using var response = await browser.GetAsync(page);
        return response.StatusCode;
    }

    public static string SetCookie(this HttpResponseMessage response, string name) =>
        response.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith(name + "=", StringComparison.Ordinal));
}
