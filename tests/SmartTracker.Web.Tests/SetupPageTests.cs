using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Setup;
using SmartTracker.Shell.Tenants;
using SmartTracker.TestHost;

namespace SmartTracker.Web.Tests;

public sealed class SetupPageTests
{
    private const string Password = "four words are plenty";

    private const string Provider = """
        {"name":"provider","displayName":"Provider","description":"For providers.","issetuprecipe":true,"steps":[
          {"name":"feature","enable":["SmartTracker.Tenants"]},
          {"name":"settings","Currency":"EUR","Culture":"de"},
          {"name":"Users","Users":[{"UserName":"[js: parameters('adminUserName')]","Email":"[js: parameters('adminEmail')]","RoleNames":["Operator"],"Password":"[js: parameters('adminPassword')]"}]}]}
        """;

    private const string Broken = """{"name":"broken","displayName":"Broken","description":"","issetuprecipe":true,"steps":[{"name":"MakeCoffee"}]}""";

    private const string Hidden = """{"name":"hidden","displayName":"Hidden","description":"","issetuprecipe":false,"steps":[]}""";

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_fresh_installation_is_set_up_in_the_browser_and_the_page_is_gone_for_ever(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        using var browser = Browser(host);
        Assert.Equal("/setup", (await browser.GetAsync("")).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await browser.GetAsync("api/v1/printers")).StatusCode);
        Assert.Contains("error output", await browser.GetStringAsync("setup"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("setup?token=guess")).StatusCode);

        var page = await UnlockAsync(host, browser);
        Assert.Contains("Provider", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden", page, StringComparison.Ordinal);

        var refused = await (await SubmitAsync(browser, Form(host, engine, ("SiteName", ""), ("TimeZoneId", "Europe/Atlantis"), ("Currency", "XXX"), ("Culture", "fr"),
            ("Recipe", "hidden"), ("Email", "nobody"), ("Password", "password1234"), ("PasswordAgain", "another one")))).Content.ReadAsStringAsync();
        foreach (var field in new[] { "SiteName", "TimeZoneId", "Currency", "Culture", "Recipe", "Email", "Password", "PasswordAgain" })
            Assert.Contains($"href=\"#{field}\"", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("password1234", refused, StringComparison.Ordinal);
        AssertNothingIsLeft(host);

        Assert.Contains("MakeCoffee", await (await SubmitAsync(browser, Form(host, engine, ("Recipe", "broken")))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        AssertNothingIsLeft(host);

        var done = await SubmitAsync(browser, Form(host, engine));
        Assert.Equal((HttpStatusCode.Redirect, "/login"), (done.StatusCode, done.Headers.Location!.OriginalString));
        var settings = host.Services.GetRequiredService<TenantStore>().Find(Tenant.DefaultName)!;
        Assert.Equal(("Plot & Söhne", "Europe/Lisbon", "CHF", "en", engine), (settings.Site.SiteName, settings.Site.TimeZoneId, settings.Site.Currency, settings.Site.Culture, settings.DatabaseProvider));
        Assert.Equal(HttpStatusCode.Redirect, (await SubmitAsync(browser, new() { ["UserName"] = "timo", ["Password"] = Password }, "login", "login")).StatusCode);

        await AssertGoneAsync(host, browser);
        await host.RestartAsync();
        using var stranger = Browser(host);
        await AssertGoneAsync(host, stranger);
    }

    [Fact]
    public async Task The_page_serves_nobody_without_token_or_antiforgery_token()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        using var thief = Browser(host);
        var locked = await SubmitAsync(thief, Form(host, DatabaseEngine.Sqlite));
        Assert.Contains("error output", await locked.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var browser = Browser(host);
        await UnlockAsync(host, browser);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("setup", new FormUrlEncodedContent(Form(host, DatabaseEngine.Sqlite)))).StatusCode);

        for (var i = 0; i < 10; i++)
            await thief.GetAsync("setup?token=guess" + i);
        var paused = await thief.GetAsync("setup?token=" + TokenOf(host));
        Assert.Equal(HttpStatusCode.TooManyRequests, paused.StatusCode);
        Assert.NotNull(paused.Headers.RetryAfter);
        AssertNothingIsLeft(host);
    }

    [Fact]
    public async Task Two_who_send_the_form_at_once_set_up_one_site()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        var browsers = Enumerable.Range(0, 3).Select(_ => Browser(host)).ToArray();
        foreach (var browser in browsers)
            await UnlockAsync(host, browser);

        var answers = await Task.WhenAll(browsers.Select((browser, i) => SubmitAsync(browser, Form(host, DatabaseEngine.Sqlite, ("UserName", "timo" + i)))));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString == "/login");
        Assert.Equal(TenantState.Running, Assert.Single(host.Tenants.List()).State);
        foreach (var browser in browsers)
            browser.Dispose();
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=x;Username=y", "No PostgreSQL answers at 127.0.0.1:1")]
    [InlineData("sudo make me a database", "This is not a connection string")]
    [InlineData("", "SmartTracker:Database:ConnectionString")]
    public async Task A_database_that_does_not_answer_is_named_before_anything_is_written(string connection, string said)
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        using var browser = Browser(host);
        await UnlockAsync(host, browser);
        var page = await (await SubmitAsync(browser, Form(host, DatabaseEngine.Sqlite, ("Database", "Postgres"), ("ConnectionString", connection)))).Content.ReadAsStringAsync();
        Assert.Contains(said, page, StringComparison.Ordinal);
        AssertNothingIsLeft(host);
    }

    [Fact]
    public async Task Somebody_elses_data_is_never_set_up_over()
    {
        await using var host = await StartAsync(DatabaseEngine.Postgres);
        using var browser = Browser(host);
        await UnlockAsync(host, browser);
        await SubmitAsync(browser, Form(host, DatabaseEngine.Postgres));
        File.Delete(Path.Combine(host.DataFolder, "tenants.json"));
        await host.RestartAsync();

        using var second = Browser(host);
        await UnlockAsync(host, second);
        var page = await (await SubmitAsync(second, Form(host, DatabaseEngine.Postgres))).Content.ReadAsStringAsync();
        Assert.Contains("holds tables already", page, StringComparison.Ordinal);
        Assert.Empty(host.Tenants.List());
    }

    [Fact]
    public async Task A_customer_that_waits_is_set_up_at_its_own_address_with_its_own_token()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        await host.CreateTenantAsync(Tenant.DefaultName);
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(host.DataFolder)!, "recipes", "customer.recipe.json"), Provider
            .Replace("\"provider\"", "\"customer\"", StringComparison.Ordinal).Replace("SmartTracker.Tenants", "SmartTracker.Reports", StringComparison.Ordinal).Replace("Operator", "Administrator", StringComparison.Ordinal));
        await host.Services.GetRequiredService<TenantStore>().UpdateAsync("elbe", _ => new ShellSettings { Name = "elbe", RequestUrlPrefix = "elbe" }, CancellationToken.None);

        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(host.Address, "elbe/") };
        Assert.Equal("/elbe/setup", (await browser.GetAsync("")).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("setup?token=" + TokenOf(host))).StatusCode);
        var page = await UnlockAsync(host, browser, "elbe");
        Assert.DoesNotContain("value=\"provider\"", page, StringComparison.Ordinal);
        Assert.Equal("/elbe/login", (await SubmitAsync(browser, Form(host, DatabaseEngine.Sqlite, ("Recipe", "customer")))).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("setup")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("login")).StatusCode);
    }

    private static async Task<RunningHost> StartAsync(DatabaseEngine engine)
    {
        var host = await RunningHost.StartAsync(engine);
        var recipes = Path.Combine(Path.GetDirectoryName(host.DataFolder)!, "recipes");
        foreach (var (name, text) in new[] { ("provider", Provider), ("broken", Broken), ("hidden", Hidden) })
            await File.WriteAllTextAsync(Path.Combine(recipes, name + ".recipe.json"), text);
        return host;
    }

    private static HttpClient Browser(RunningHost host) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = host.Address };

    private static string TokenOf(RunningHost host, string tenant = Tenant.DefaultName) => host.Services.GetRequiredService<SetupTokens>().Of(tenant);

    private static async Task<string> UnlockAsync(RunningHost host, HttpClient browser, string tenant = Tenant.DefaultName)
    {
        var unlocked = await browser.GetAsync("setup?token=" + TokenOf(host, tenant));
        Assert.Equal(HttpStatusCode.Redirect, unlocked.StatusCode);
        Assert.DoesNotContain("token", unlocked.Headers.Location!.OriginalString, StringComparison.Ordinal);
        return await browser.GetStringAsync("setup");
    }

    private static Dictionary<string, string> Form(RunningHost host, DatabaseEngine engine, params (string Name, string Value)[] changes)
    {
        var form = new Dictionary<string, string>
        {
            ["SiteName"] = "Plot & Söhne",
            ["TimeZoneId"] = "Europe/Lisbon",
            ["Currency"] = "CHF",
            ["Culture"] = "en",
            ["Recipe"] = "provider",
            ["Database"] = engine.ToString(),
            ["ConnectionString"] = engine == DatabaseEngine.Postgres ? host.Services.GetRequiredService<HostConfiguration>().Values["SmartTracker:Database:ConnectionString"]! : "",
            ["UserName"] = "timo",
            ["Email"] = "timo@hansa.example",
            ["Password"] = Password,
            ["PasswordAgain"] = Password,
        };
        foreach (var (name, value) in changes)
            form[name] = value;
        return form;
    }

    private static async Task<HttpResponseMessage> SubmitAsync(HttpClient browser, Dictionary<string, string> form, string page = "setup", string action = "setup")
    {
        var token = await browser.TokenAsync(page);
        return await browser.PostAsync(action, new FormUrlEncodedContent(form.Append(new(PageForms.TokenField, token))));
    }

    private static void AssertNothingIsLeft(RunningHost host)
    {
        Assert.Empty(host.Tenants.List());
        Assert.False(Directory.Exists(Path.Combine(host.DataFolder, "Sites", "Default")));
    }

    /// <summary>PaperCut was taken over through exactly this page.</summary>
    private static async Task AssertGoneAsync(RunningHost host, HttpClient browser)
    {
        foreach (var path in new[]
        {
            "/setup", "/setup/", "/Setup", "/SETUP", "/setup;x", "/setup;/keepalive", "/setup?token=" + TokenOf(host), "/setup/unlock", "/setup/index", "/%73etup",
            "/setup%2f", "/setup%00", "/./setup", "/x/../setup", "//setup", "/setup.html", "/setup/../setup", "/front/wait", "/front/unavailable", "/setup%3Ftoken=x",
        })
        {
            foreach (var method in new[] { "GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS" })
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(host.Address.GetLeftPart(UriPartial.Authority) + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
                using var answer = await browser.SendAsync(request);
                Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{method} {path}: {answer.StatusCode}");
            }
        }
    }
}
