using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.TestHost;
using SmartTracker.Users.Data;

namespace SmartTracker.Users.Tests;

public class RolePagesTests
{
    private const string Manager = """{"name":"Roles","Roles":[{"Name":"Manager","Permissions":["Users.View","Users.Edit","Users.EditRoles"]}]}""";

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_new_role_gives_its_holders_a_page_and_a_change_counts_at_the_next_click(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        using var katrin = await SignedInAsync(host, "katrin");
        using var created = await katrin.SendFormAsync("admin/roles/new", "admin/roles/new", ("Name", "Front desk"), ("Description", "Looks"), ("Permissions", "Users.View"));
        Assert.Equal("/nordplan/admin/roles", created.Headers.Location!.OriginalString);

        using var max = await SignedInAsync(host, "max");
        Assert.Equal(HttpStatusCode.Forbidden, await max.StatusAsync("admin/users"));
        var page = $"admin/users/{await IdAsync(host, "max")}/edit";
        Assert.Equal(HttpStatusCode.Redirect, (await katrin.SendFormAsync(page, page, ("UserName", "max"), ("Roles", "Front desk"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await max.StatusAsync("admin/users"));
        Assert.Equal(HttpStatusCode.Forbidden, await max.StatusAsync("admin/roles/new"));

        await katrin.SendFormAsync("admin/roles/role/Front%20desk", "admin/roles/role/Front%20desk", ("Description", "Looks away"));
        Assert.Equal(HttpStatusCode.Forbidden, await max.StatusAsync("admin/users"));

        Assert.Contains("Ein Benutzer hat diese Rolle noch", await TextAsync(katrin.SendFormAsync("account", "admin/roles/role/Front%20desk/remove")), StringComparison.Ordinal);
        await katrin.SendFormAsync(page, page, ("UserName", "max"), ("Roles", "Bookkeeper"));
        Assert.Equal(HttpStatusCode.Redirect, (await katrin.SendFormAsync("account", "admin/roles/role/Front%20desk/remove")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await katrin.StatusAsync("admin/roles/role/Front%20desk"));
    }

    [Theory]
    [InlineData("", "id=\"e-name\">Geben Sie einen Namen")]
    [InlineData("a/b", "id=\"e-name\">Geben Sie einen Namen")]
    [InlineData("customer", "id=\"e-name\">Eine Rolle dieses Namens gibt es schon")]
    [InlineData("OPERATOR", "id=\"e-name\">Eine Rolle dieses Namens gibt es schon")]
    public async Task A_refused_role_says_what_to_mend(string name, string said)
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        using var katrin = await SignedInAsync(host, "katrin");
        Assert.Contains(said, await TextAsync(katrin.SendFormAsync("admin/roles/new", "admin/roles/new", ("Name", name))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_gives_a_permission_that_they_do_not_have()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite, $$"""[{"name":"feature","enable":["SmartTracker.Printers"]},{{Manager}},""" + Make.UsersStep(("mia", "Manager"))[1..]);
        using var mia = await SignedInAsync(host, "mia");
        var greedy = await TextAsync(mia.SendFormAsync("admin/roles/new", "admin/roles/new", ("Name", "Greedy"), ("Permissions", "Printers.Edit")));
        Assert.Contains("nur Rechte vergeben, die Sie selbst haben", greedy, StringComparison.Ordinal);
        Assert.Contains("nur Rechte vergeben", await TextAsync(mia.SendFormAsync(
            "admin/roles/new", "admin/roles/role/Customer", ("Permissions", "Users.View"), ("Permissions", "Printers.Edit"))), StringComparison.Ordinal);
        Assert.Contains("darf immer alles", await TextAsync(mia.SendFormAsync("admin/roles/new", "admin/roles/role/Administrator", ("Permissions", "Users.View"))), StringComparison.Ordinal);
        // Bookkeeper may see printers, which Mia may not: weakening it is not hers either.
        Assert.Contains("darf mehr als Sie", await TextAsync(mia.SendFormAsync("admin/roles/new", "admin/roles/role/Bookkeeper")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await mia.SendFormAsync("admin/roles/new", "admin/roles/role/Customer", ("Permissions", "Users.View"))).StatusCode);
    }

    [Fact]
    public async Task A_role_of_every_tenant_can_be_changed_and_given_back_its_defaults_but_not_removed()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite, """[{"name":"feature","enable":["SmartTracker.Bills"]}]""");
        using var katrin = await SignedInAsync(host, "katrin");
        await katrin.SendFormAsync("admin/roles/role/Customer", "admin/roles/role/Customer", ("Permissions", "Users.View"));
        Assert.Equal(["Users.View"], await GrantedAsync(host));
        await katrin.SendFormAsync("admin/roles/role/Customer", "admin/roles/role/Customer/defaults");
        Assert.Equal(["Bills.View"], await GrantedAsync(host));
        Assert.Contains("deshalb bleibt sie", await TextAsync(katrin.SendFormAsync("account", "admin/roles/role/Customer/remove")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_shows_who_may_do_what_in_the_readers_language()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite, """[{"name":"feature","enable":["SmartTracker.Bills"]}]""");
        using var katrin = await SignedInAsync(host, "katrin");
        var table = await katrin.GetStringAsync("admin/roles/matrix");
        Assert.Contains("Empfangene Rechnungen und die Aufträge dahinter sehen", table, StringComparison.Ordinal);
        Assert.DoesNotContain("Betreiber", table, StringComparison.Ordinal);
        Assert.Contains("als Vorgabe: Kunde, Buchhaltung, Administration", await katrin.GetStringAsync("admin/roles/role/Customer"), StringComparison.Ordinal);
    }

    private static Task<string[]> GrantedAsync(RunningHost host) => host.InTenantAsync("nordplan", async services =>
        (await services.GetRequiredService<RoleStore>().GrantedAsync(["Customer"], default)).Order().ToArray());

    private static async Task<string> TextAsync(Task<HttpResponseMessage> answer) => await (await answer).Content.ReadAsStringAsync();

    private static async Task<RunningHost> StartAsync(DatabaseEngine engine, string steps = "[]")
    {
        var host = await RunningHost.StartAsync(engine);
        var users = Make.UsersStep(("katrin", "Administrator"), ("max", "Bookkeeper"));
        await host.CreateTenantAsync("nordplan", steps == "[]" ? users : steps[..^1] + "," + users[1..]);
        return host;
    }

    private static async Task<HttpClient> SignedInAsync(RunningHost host, string name)
    {
        var browser = host.Browser("nordplan");
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync(name)).StatusCode);
        return browser;
    }

    private static Task<string> IdAsync(RunningHost host, string name) => host.InTenantAsync("nordplan", async services =>
        (await services.GetRequiredService<UserList>().GetAsync(default)).Single(user => user.UserName == name).Id.ToString());
}
