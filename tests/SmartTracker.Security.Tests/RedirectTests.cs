using SmartTracker.TestHost;

namespace SmartTracker.Security.Tests;

/// <summary>However a way out is spelled, who signs in stays in the tenant.</summary>
[Collection(OnEveryModule.Name)]
public sealed class RedirectTests(EveryModule host)
{
    public static TheoryData<string> WaysOut =>
    [
        "https://evil.example", "http://evil.example/", "//evil.example", "///evil.example", "////evil.example", "/\\evil.example", "\\\\evil.example",
        "\\/evil.example", "https:evil.example", "https:/evil.example", "https:\\\\evil.example", "/%09/evil.example", "/\t/evil.example", "\t//evil.example",
        " //evil.example", "/\n/evil.example", "/\r\n/evil.example", "~//evil.example", "~/\\evil.example", "javascript:alert(1)", "data:text/html,x",
        "//evil.example/nordplan", "/nordplan//evil.example/../..//evil.example", "/nordplan@evil.example", "/nordplan.evil.example", ".evil.example",
        "@evil.example", "https://nordplan@evil.example", "/nordplan/../baukontor/admin", "/nordplan/%2e%2e/baukontor/admin", "/nordplan/.%2E/baukontor", "/nordplan/..", "~/../baukontor", "/nordplan/..//evil.example", "/baukontor/admin", "/admin",
        "/nordplan%2f%2fevil.example", "https://evil.example%2f@nordplan", "HTTPS://EVIL.EXAMPLE", "//evil%E3%80%82example", "/\u0000/evil.example",
        "/nordplan\r\nLocation: https://evil.example", "/nordplan/%0d%0aSet-Cookie:a=b",
    ];

    [Theory, MemberData(nameof(WaysOut))]
    public async Task A_return_address_never_leads_out_of_the_tenant(string wanted)
    {
        var signedIn = await host.SignedInAsync("nordplan", "customer");
        foreach (var answer in new[]
        {
            await signedIn.GetAsync("/login?returnUrl=" + Uri.EscapeDataString(wanted)),
            await signedIn.PostAsync("/preferences", ("culture", "en"), ("returnUrl", wanted)),
        })
        {
            // A form with a NUL in it is refused as a whole.
            Assert.True(answer.Status == 302 || (answer.Status is 400 or 404 && wanted.Contains('\0', StringComparison.Ordinal)), $"{answer.Status}");
            if (answer.Location is null)
                continue;
            // Read as a browser reads it: relative to the page, backslashes as slashes, tabs and line ends left out.
            var location = new string([.. answer.Location.Where(letter => letter is not ('\t' or '\r' or '\n'))]).Replace('\\', '/');
            var target = new Uri(new Uri(signedIn.Host, "/nordplan/login"), location);
            Assert.Equal((wanted, signedIn.Host.Authority), (wanted, target.Authority));
            Assert.True(target.AbsolutePath == "/nordplan" || target.AbsolutePath.StartsWith("/nordplan/", StringComparison.Ordinal), $"{wanted} leads to {target}");
            Assert.DoesNotContain(answer.SetCookies, cookie => cookie.StartsWith("a=", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/nordplan/../baukontor/admin")]
    public async Task Signing_in_leads_home_where_the_return_address_leads_out(string wanted)
    {
        var anonymous = await host.SignedInAsync("nordplan", null);
        var answer = await anonymous.PostAsync("/login", ("UserName", "customer"), ("Password", DemoWorld.Password), ("ReturnUrl", wanted));
        Assert.Equal("/nordplan/", answer.Location);
    }

    [Theory]
    [InlineData("/nordplan/bills?x=1", "/nordplan/bills?x=1")]
    [InlineData("~/bills", "/nordplan/bills")]
    public async Task A_page_of_the_tenant_is_returned_to(string wanted, string target) =>
        Assert.Equal(target, (await (await host.SignedInAsync("nordplan", "customer")).GetAsync("/login?returnUrl=" + Uri.EscapeDataString(wanted))).Location);
}
