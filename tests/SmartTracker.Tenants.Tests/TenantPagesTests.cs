using System.Net;
using System.Text.RegularExpressions;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.TestHost;

namespace SmartTracker.Tenants.Tests;

public partial class TenantPagesTests
{
    private const string Password = "four words are plenty";

    private const string Users = """
        {"name":"Users","Users":[
          {"UserName":"[js: parameters('adminUserName')]","RoleNames":["Administrator"],"Password":"[js: parameters('adminPassword')]"}]}
        """;

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_operator_creates_a_tenant_whose_administrator_signs_in(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        using var timo = await SignedInAsync(host, "timo");
        using var created = await CreateAsync(timo, "nordplan", "nordplan");
        Assert.Equal("/admin/tenants", created.Headers.Location!.OriginalString);
        Assert.Contains("href=\"/nordplan\"", await timo.GetStringAsync("admin/tenants"), StringComparison.Ordinal);

        using var katrin = host.Browser("nordplan");
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(katrin, "login", "login", ("UserName", "katrin"), ("Password", Password))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await katrin.GetAsync("admin/tenants")).StatusCode);
    }

    [Theory]
    [InlineData("nordplan", "admin", "reserved")]
    [InlineData("x", "nordplan", "cannot be used")]
    public async Task A_refused_tenant_is_explained_at_the_form_and_leaves_nothing_behind(string name, string prefix, string said)
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        using var timo = await SignedInAsync(host, "timo");
        var page = await (await CreateAsync(timo, name, prefix)).Content.ReadAsStringAsync();
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, page, StringComparison.Ordinal);
        Assert.Single(host.Tenants.List());
    }

    [Fact]
    public async Task A_weak_administrators_password_is_refused_at_the_form()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        using var timo = await SignedInAsync(host, "timo");
        var page = await (await CreateAsync(timo, "nordplan", "nordplan", "kurz")).Content.ReadAsStringAsync();
        Assert.Contains("Users[0].Password", page, StringComparison.Ordinal);
        Assert.Single(host.Tenants.List());
    }

    [Fact]
    public async Task A_tenant_is_switched_off_after_a_question_and_on_again()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        using var timo = await SignedInAsync(host, "timo");
        await CreateAsync(timo, "nordplan", "nordplan");
        using var visitor = host.Browser("nordplan");

        await SendAsync(timo, "admin/tenants/nordplan/disable", "admin/tenants/nordplan/disable");
        Assert.Equal(TenantState.Disabled, State(host, "nordplan"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("login")).StatusCode);

        await SendAsync(timo, "admin/tenants", "admin/tenants/nordplan/enable");
        Assert.Equal(TenantState.Running, State(host, "nordplan"));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("login")).StatusCode);
    }

    [Fact]
    public async Task The_providers_own_tenant_cannot_be_switched_off()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        using var timo = await SignedInAsync(host, "timo");
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(timo, "admin/tenants/new", "admin/tenants/Default/disable")).StatusCode);
        Assert.Equal(TenantState.Running, State(host, Tenant.DefaultName));
    }

    [Fact]
    public async Task Only_the_operator_sees_the_tenants()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        using var anna = await SignedInAsync(host, "anna");
        Assert.Equal(HttpStatusCode.Forbidden, (await anna.GetAsync("admin/tenants")).StatusCode);
    }

    private static async Task<RunningHost> StartAsync(DatabaseEngine engine)
    {
        var host = await RunningHost.StartAsync(engine);
        await host.CreateTenantAsync(Tenant.DefaultName, $$"""
            [{"name":"feature","enable":["SmartTracker.Tenants"]},
             {"name":"settings","Culture":"en"},
             {"name":"Users","Users":[
               {"UserName":"timo","RoleNames":["Operator"],"Password":"{{Password}}"},
               {"UserName":"anna","RoleNames":["Administrator"],"Password":"{{Password}}"}]}]
            """);
        await File.WriteAllTextAsync(
            Path.Combine(Path.GetDirectoryName(host.DataFolder)!, "recipes", "architect.recipe.json"), $$"""{ "name": "architect", "steps": [{{Users}}] }""");
        return host;
    }

    private static async Task<HttpClient> SignedInAsync(RunningHost host, string name)
    {
        var browser = host.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(browser, "login", "login", ("UserName", name), ("Password", Password))).StatusCode);
        return browser;
    }

    private static Task<HttpResponseMessage> CreateAsync(HttpClient browser, string name, string prefix, string password = Password) => SendAsync(
        browser, "admin/tenants/new", "admin/tenants/new",
        ("Name", name), ("UrlPrefix", prefix), ("Recipe", "architect"), ("AdminUserName", "katrin"), ("AdminPassword", password));

    private static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string page, string action, params (string Name, string Value)[] fields)
    {
        var token = TokenPattern().Match(await browser.GetStringAsync(page)).Groups[1].Value;
        return await browser.PostAsync(action, new FormUrlEncodedContent(
            fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))));
    }

    private static TenantState State(RunningHost host, string tenant) => host.Tenants.List().Single(known => known.Name == tenant).State;

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex TokenPattern();
}
