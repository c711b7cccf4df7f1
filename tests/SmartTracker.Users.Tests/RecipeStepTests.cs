using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.TestHost;
using SmartTracker.Users.Data;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Tests;

public class RecipeStepTests
{
    private const string Roles = """{"name":"Roles","Roles":[{"Name":"Viewer","Description":"Looks","Permissions":["Users.View"]},{"Name":"Customer"}]}""";
    private const string Users = """{"name":"Users","Users":[{"UserName":"lena","Email":"lena@nordplan.example","RoleNames":["Viewer","Customer"],"Password":"four words are plenty"}]}""";

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_recipe_describes_a_role_and_gives_it_to_a_new_user(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        var (user, granted) = await host.InTenantAsync("nordplan", async services =>
        {
            var user = Assert.Single(await services.GetRequiredService<UserList>().GetAsync(default));
            return (user, await services.GetRequiredService<RoleStore>().GrantedAsync(user.RoleNames, default));
        });
        Assert.Equal(["Customer", "Viewer"], user.RoleNames);
        Assert.Contains(UserPermissions.View, granted);
        Assert.DoesNotContain(UserPermissions.Edit, granted);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Running_the_steps_again_plans_and_changes_nothing(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        var before = await PasswordHashAsync(host);
        Assert.Empty(await RunAsync(host, Roles));
        Assert.Empty(await RunAsync(host, Users.Replace("four words are plenty", "a different sentence", StringComparison.Ordinal)));
        Assert.Equal(before, await PasswordHashAsync(host));
    }

    [Fact]
    public async Task A_user_who_is_there_gets_the_roles_that_are_missing()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        var plan = await RunAsync(host, """{"name":"Users","Users":[{"UserName":"LENA","RoleNames":["Bookkeeper"]}]}""");
        Assert.Contains("Bookkeeper", Assert.Single(plan), StringComparison.Ordinal);
        var user = await host.InTenantAsync("nordplan", async services => Assert.Single(await services.GetRequiredService<UserList>().GetAsync(default)));
        Assert.Equal(["Bookkeeper", "Customer", "Viewer"], user.RoleNames);
    }

    [Fact]
    public async Task A_role_loses_the_permissions_that_a_later_recipe_leaves_out()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        Assert.Single(await RunAsync(host, """{"name":"Roles","Roles":[{"Name":"Viewer","Description":"Looks","Permissions":["Users.Edit"]}]}"""));
        var granted = await host.InTenantAsync("nordplan", services => services.GetRequiredService<RoleStore>().GrantedAsync(["Viewer"], default));
        Assert.Equal([UserPermissions.Edit], granted);
    }

    [Theory]
    [InlineData("""{"UserName":"max","RoleNames":["Customer"]}""", "Users[0].Password")]
    [InlineData("""{"UserName":"max","RoleNames":["Customer"],"Password":"kurz"}""", "Users[0].Password")]
    [InlineData("""{"UserName":"max","Email":"max","RoleNames":["Customer"],"Password":"four words are plenty"}""", "Users[0].Email")]
    [InlineData("""{"UserName":"max","Email":"lena@nordplan.example","RoleNames":["Customer"],"Password":"four words are plenty"}""", "Users[0].Email")]
    public async Task A_user_that_cannot_be_created_is_refused_before_anything_is_written(string user, string named)
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        var step = $$"""{"name":"Users","Users":[{{user}}]}""";
        Assert.Contains(named, (await Assert.ThrowsAsync<RecipeException>(() => RunAsync(host, step))).Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_database_itself_refuses_a_second_user_of_the_same_name(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        await Assert.ThrowsAsync<DbUpdateException>(() => host.InTenantAsync("nordplan", async services =>
        {
            var context = services.GetRequiredService<UsersDbContext>();
            context.Users.Add(new User { UserName = "Lena", NormalizedUserName = "LENA", SecurityStamp = "x" });
            await context.SaveChangesAsync();
        }));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_database_itself_refuses_a_role_that_does_not_exist(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        await Assert.ThrowsAsync<DbUpdateException>(() => host.InTenantAsync("nordplan", async services =>
        {
            var context = services.GetRequiredService<UsersDbContext>();
            var user = await context.Users.SingleAsync();
            user.Roles.Add(new UserRole { UserId = user.Id, RoleName = "Ghost" });
            await context.SaveChangesAsync();
        }));
    }

    private static async Task<RunningHost> StartAsync(DatabaseEngine engine)
    {
        var host = await RunningHost.StartAsync(engine);
        await host.CreateTenantAsync("nordplan", $"[{Roles},{Users}]");
        return host;
    }

    /// <summary>Plans in one scope and executes in another, as the host does.</summary>
    private static async Task<IReadOnlyList<string>> RunAsync(RunningHost host, string json)
    {
        var step = JsonNode.Parse(json)!.AsObject();
        var plan = await host.InTenantAsync("nordplan", services => Find(services, step).PlanAsync(step, default));
        await host.InTenantAsync("nordplan", async services =>
        {
            await using var transaction = await services.GetRequiredService<ITenantDatabase>().BeginAsync(default);
            await Find(services, step).ExecuteAsync(step, default);
            await transaction.CommitAsync(default);
        });
        return plan;
    }

    private static IRecipeStep Find(IServiceProvider services, JsonObject step) =>
        services.GetServices<IRecipeStep>().Single(known => known.Name == step["name"]!.ToString());

    private static Task<string?> PasswordHashAsync(RunningHost host) => host.InTenantAsync("nordplan", async services =>
        Assert.Single(await services.GetRequiredService<UserList>().GetAsync(default)).PasswordHash);
}
