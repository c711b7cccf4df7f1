using System.Net;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.TestHost;

namespace SmartTracker.Web.Tests;

public sealed class SecurityHeadersTests
{
    [Fact]
    public async Task Every_answer_carries_the_headers_and_an_unknown_address_is_404()
    {
        await using var host = await RunningHost.StartAsync(DatabaseEngine.Sqlite);
        await host.CreateTenantAsync(Tenant.DefaultName);
        using var browser = host.Browser();

        foreach (var (path, status) in new[]
        {
            ("login", HttpStatusCode.OK),
            ("no/such/page", HttpStatusCode.NotFound),
            ("error/500", HttpStatusCode.NotFound),
            ("theme.css", HttpStatusCode.OK),
            ("_content/SmartTracker.Theme.Admin/app.css", HttpStatusCode.OK),
            ("health/live", HttpStatusCode.OK),
        })
        {
            var answer = await browser.GetAsync(path);
            Assert.Equal((path, status), (path, answer.StatusCode));
            Assert.Equal("nosniff", string.Join("", answer.Headers.GetValues("X-Content-Type-Options")));
            var policy = string.Join("", answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("Server"));
            if (path.StartsWith("no/", StringComparison.Ordinal))
                Assert.DoesNotContain(" at SmartTracker", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }
}
