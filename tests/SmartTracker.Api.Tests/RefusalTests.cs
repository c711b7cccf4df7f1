using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using SmartTracker.Abstractions.Data;
using SmartTracker.TestHost;

namespace SmartTracker.Api.Tests;

[Collection(OnApiHosts.Name)]
public sealed class RefusalTests(ApiHosts hosts)
{
    [Fact]
    public async Task Whatever_is_refused_below_api_is_a_problem_document()
    {
        var host = await hosts.OnAsync(DatabaseEngine.Sqlite);
        using var nobody = host.Client(ApiHost.Nord, null);
        using var client = await host.ClientAsync();
        foreach (var (method, path, type, without, with) in new (string, string, string?, HttpStatusCode, HttpStatusCode)[]
        {
            ("GET", "printers", null, HttpStatusCode.Unauthorized, HttpStatusCode.OK),
            ("POST", "printers", "text/plain", HttpStatusCode.Unauthorized, HttpStatusCode.UnsupportedMediaType),
            ("POST", "printers", null, HttpStatusCode.Unauthorized, HttpStatusCode.UnsupportedMediaType),
            ("POST", "printers", "application/json", HttpStatusCode.Unauthorized, HttpStatusCode.BadRequest),
            ("POST", "print-jobs/import", "text/plain", HttpStatusCode.Unauthorized, HttpStatusCode.UnsupportedMediaType),
            ("POST", "print-jobs/import", null, HttpStatusCode.Unauthorized, HttpStatusCode.UnsupportedMediaType),
            ("POST", "print-jobs/import", "text/csv; charset=latin1", HttpStatusCode.Unauthorized, HttpStatusCode.UnsupportedMediaType),
            ("PATCH", "printers", null, HttpStatusCode.NotFound, HttpStatusCode.NotFound),
            ("GET", "printers/first", null, HttpStatusCode.NotFound, HttpStatusCode.NotFound),
            ("GET", "nothing", null, HttpStatusCode.NotFound, HttpStatusCode.NotFound),
        })
        {
            foreach (var (asking, expected) in new[] { (nobody, without), (client, with) })
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), path);
                if (type is not null)
                {
                    request.Content = new StringContent("{ this is not JSON", Encoding.UTF8);
                    request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
                }

                using var answer = await asking.SendAsync(request);
                Assert.True(expected == answer.StatusCode, $"{method} {path} {type}: {answer.StatusCode} instead of {expected}");
                if (expected != HttpStatusCode.OK)
                    await answer.ProblemAsync(expected);
            }
        }
    }

    [Theory]
    [InlineData(null, "This needs an API key.")]
    [InlineData("Basic b3BlcmF0b3I6c2VjcmV0", "This kind of authorization is not accepted.")]
    [InlineData("Bearer st_short", "This is not a whole API key")]
    public async Task Who_has_no_key_is_told_what_to_send(string? authorization, string sentence)
    {
        var host = await hosts.OnAsync(DatabaseEngine.Sqlite);
        using var client = host.Client(ApiHost.Nord, null);
        if (authorization is not null)
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        using var answer = await client.GetAsync("printers");
        Assert.StartsWith(sentence, (await answer.ProblemAsync(HttpStatusCode.Unauthorized)).Text("detail"), StringComparison.Ordinal);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task A_sign_in_opens_no_api_and_a_key_no_page()
    {
        var host = await hosts.OnAsync(DatabaseEngine.Sqlite);
        var session = await Session.OpenAsync(host.Running, ApiHost.Nord, "admin", ApiHost.Password);
        Assert.Equal(200, (await session.GetAsync("/admin/printers")).Status);
        Assert.Equal(401, (await session.GetAsync("/api/v1/printers")).Status);

        using var client = await host.ClientAsync();
        using var page = await client.GetAsync("../../admin/printers");
        Assert.Equal(HttpStatusCode.Unauthorized, page.StatusCode);
    }

    [Fact]
    public async Task A_field_that_is_not_known_or_of_the_wrong_kind_is_named_in_english_at_a_german_site()
    {
        var host = await hosts.OnAsync(DatabaseEngine.Sqlite);
        using var client = await host.ClientAsync();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("de");
        Assert.Equal("Enter the printer’s host name or IP address.", (string)(await (await client.PostAsJsonAsync("printers", new { name = "Plotter" })).FieldErrorsAsync())["address"]![0]!);
        Assert.Equal(["allowLegacyTls"], (await (await client.PostAsJsonAsync("printers", new { name = "P", address = "p.example", allowLegacyTls = "yes" })).FieldErrorsAsync()).Names());
        Assert.Equal(["adress"], (await (await client.PostAsJsonAsync("printers", new { name = "P", adress = "p.example" })).FieldErrorsAsync()).Names());
    }

    [Fact]
    public async Task A_key_that_asks_too_often_is_told_when_to_go_on()
    {
        var host = await hosts.OnAsync(DatabaseEngine.Sqlite);
        using var client = await host.ClientAsync();
        for (var request = 0; request < ApiHosts.RequestsPerMinute; request++)
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("printers?limit=1")).StatusCode);
        using var refused = await client.GetAsync("printers");
        await refused.ProblemAsync(HttpStatusCode.TooManyRequests);
        Assert.Equal(TimeSpan.FromMinutes(1), refused.Headers.RetryAfter!.Delta);
        using var other = await host.ClientAsync();
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("printers")).StatusCode);
    }
}
