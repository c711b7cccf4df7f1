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
        Assert.Equal(HttpStatusCode.Redirect, (await katrin.SendFormAsync("login", "login", ("UserName", "katrin"), ("Password", Password))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await katrin.GetAsync("admin/tenants")).StatusCode);
    }

    [Fact]
    public async Task A_refused_customer_is_explained_at_the_field_and_leaves_nothing_behind()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        using var timo = await SignedInAsync(host, "timo");
        await CreateAsync(timo, "elbe", "elbe");
        foreach (var (name, prefix, password, field, said) in new[]
        {
            ("nordplan", "admin", Password, "UrlPrefix", "reserved"),
            ("nordplan", "bills", Password, "UrlPrefix", "reserved"),
            ("nordplan", "Elbe", Password, "UrlPrefix", "lower-case"),
            ("nordplan", "elbe", Password, "UrlPrefix", "already belongs to the tenant"),
            ("elbe", "elbe2", Password, "Name", "already a tenant"),
            ("x", "nordplan", Password, "Name", "cannot be used"),
            ("nordplan", "nordplan", "kurz", "AdminPassword", "at least 12 characters"),
            ("nordplan", "nordplan", "passwordpassword", "AdminPassword", "parts that are guessed first"),
        })
        {
            var page = await (await CreateAsync(timo, name, prefix, password)).Content.ReadAsStringAsync();
            Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
            Assert.Contains($"href=\"#{field}\"", page, StringComparison.Ordinal);
            Assert.Contains(said, page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(password, page, StringComparison.Ordinal);
        }

        Assert.Equal(["Default", "elbe"], host.Tenants.List().Select(tenant => tenant.Name));
    }

    [Fact]
    public async Task Address_and_technical_name_come_from_the_company_and_the_refusal_is_in_the_readers_language()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        using var timo = await SignedInAsync(host, "timo");
        await timo.SendFormAsync("admin/tenants/new", "admin/tenants/new",
            ("SiteName", "Ing.-Büro Söhne & Co."), ("Recipe", "architect"), ("AdminUserName", "katrin"), ("AdminPassword", Password));
        var created = host.Tenants.List().Single(tenant => !tenant.IsDefault);
        Assert.Equal(("ing-buero-soehne-co", "ing-buero-soehne-co", "Ing.-Büro Söhne & Co."), (created.Name, created.UrlPrefix, created.SiteName));

        await timo.SendFormAsync("admin/tenants", "preferences", ("culture", "de"));
        Assert.Contains("gehört schon dem Mandanten", await (await CreateAsync(timo, "other", "ing-buero-soehne-co")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_gets_another_name_and_another_address()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        using var timo = await SignedInAsync(host, "timo");
        await CreateAsync(timo, "nordplan", "nordplan");
        Assert.Contains("reserved", await (await timo.SendFormAsync("admin/tenants/nordplan", "admin/tenants/nordplan", ("SiteName", "Nordplan"), ("UrlPrefix", "login"))).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await timo.SendFormAsync("admin/tenants/nordplan", "admin/tenants/nordplan", ("SiteName", "Nordplan GmbH"), ("UrlPrefix", "np"));
        using var moved = host.Browser("nordplan");
        Assert.EndsWith("/np/", moved.BaseAddress!.AbsoluteUri, StringComparison.Ordinal);
        Assert.Contains("Nordplan GmbH", await moved.GetStringAsync("login"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await timo.GetAsync("nordplan/login")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await timo.GetAsync("admin/tenants/nobody")).StatusCode);
    }

    [Fact]
    public async Task Modules_are_switched_after_a_plan_that_says_what_comes_along_and_what_goes()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        using var timo = await SignedInAsync(host, "timo");
        await CreateAsync(timo, "nordplan", "nordplan");
        const string Page = "admin/tenants/nordplan/features";

        var on = await (await timo.SendFormAsync(Page, Page + "/plan", ("on", "SmartTracker.Costing"))).Content.ReadAsStringAsync();
        Assert.Contains("because Costing needs it", on, StringComparison.Ordinal);
        Assert.Empty(host.Tenants.List()[1].Features);
        await ApplyAsync(on);
        Assert.Contains("SmartTracker.Costing", host.Tenants.List()[1].Features);
        Assert.Contains("Printers", await timo.GetStringAsync("admin/tenants/nordplan"), StringComparison.Ordinal);

        var off = await (await timo.SendFormAsync(Page, Page + "/plan", ("on", "SmartTracker.Costing"), ("on", "SmartTracker.Collection"))).Content.ReadAsStringAsync();
        Assert.Contains("because it needs Printers", off, StringComparison.Ordinal);
        await ApplyAsync(off);
        Assert.Empty(host.Tenants.List()[1].Features);

        // An old plan is not carried out on what somebody else made of the tenant.
        await ApplyAsync(on);
        Assert.Empty(host.Tenants.List()[1].Features);
        // What only the provider may have is not switched, however the form is bent.
        Assert.Equal(HttpStatusCode.Redirect, (await timo.SendFormAsync(Page, Page + "/plan", ("on", "SmartTracker.Tenants"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await timo.GetAsync("admin/tenants/Default/features")).StatusCode);

        async Task ApplyAsync(string plan) => await timo.SendFormAsync(Page, Page, [.. HiddenPattern().Matches(plan).Select(field => (field.Groups["name"].Value, field.Groups["value"].Value)).Where(field => field.Item1 is "add" or "remove" or "version")]);
    }

    [Fact]
    public async Task A_long_list_is_searched()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        using var timo = await SignedInAsync(host, "timo");
        await CreateAsync(timo, "nordplan", "nordplan");
        Assert.DoesNotContain("type=\"search\"", await timo.GetStringAsync("admin/tenants"), StringComparison.Ordinal);
        var found = await timo.GetStringAsync("admin/tenants?q=NORD");
        Assert.Contains("/admin/tenants/nordplan\"", found, StringComparison.Ordinal);
        Assert.DoesNotContain("/admin/tenants/Default\"", found, StringComparison.Ordinal);
        Assert.Contains("Nobody is called that", await timo.GetStringAsync("admin/tenants?q=%3Cb%3E"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tenant_is_switched_off_after_a_question_and_on_again()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        using var timo = await SignedInAsync(host, "timo");
        await CreateAsync(timo, "nordplan", "nordplan");
        using var visitor = host.Browser("nordplan");

        await timo.SendFormAsync("admin/tenants/nordplan/disable", "admin/tenants/nordplan/disable");
        Assert.Equal(TenantState.Disabled, State(host, "nordplan"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("login")).StatusCode);

        await timo.SendFormAsync("admin/tenants", "admin/tenants/nordplan/enable");
        Assert.Equal(TenantState.Running, State(host, "nordplan"));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("login")).StatusCode);
    }

    [Fact]
    public async Task The_providers_own_tenant_cannot_be_switched_off()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        using var timo = await SignedInAsync(host, "timo");
        Assert.Equal(HttpStatusCode.NotFound, (await timo.SendFormAsync("admin/tenants/new", "admin/tenants/Default/disable")).StatusCode);
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
            Path.Combine(Path.GetDirectoryName(host.DataFolder)!, "recipes", "architect.recipe.json"), $$"""{ "name": "architect", "displayName": "Architect", "description": "For architects.", "issetuprecipe": true, "steps": [{{Users}}] }""");
        return host;
    }

    private static async Task<HttpClient> SignedInAsync(RunningHost host, string name)
    {
        var browser = host.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendFormAsync("login", "login", ("UserName", name), ("Password", Password))).StatusCode);
        return browser;
    }

    private static Task<HttpResponseMessage> CreateAsync(HttpClient browser, string name, string prefix, string password = Password) => browser.SendFormAsync("admin/tenants/new", "admin/tenants/new",
        ("SiteName", "Company " + name), ("Name", name), ("UrlPrefix", prefix), ("Recipe", "architect"), ("AdminUserName", "katrin"), ("AdminPassword", password));

    private static TenantState State(RunningHost host, string tenant) => host.Tenants.List().Single(known => known.Name == tenant).State;

    [GeneratedRegex("type=\"hidden\" name=\"(?<name>\\w+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex HiddenPattern();
}
