using System.Text.Json.Nodes;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Users.Domain;
using SmartTracker.Users.Recipes;

namespace SmartTracker.Users.Tests;

public class RecipeEntryTests
{
    private static readonly RoleCatalog Catalog = new(isDefaultTenant: false, [(new UserPermissions(), false)]);
    private static readonly HashSet<string> Roles = ["Administrator", "Customer"];

    [Fact]
    public void A_role_without_a_list_keeps_its_defaults_and_an_empty_list_takes_them()
    {
        var entries = RoleEntry.Read(Step("""{ "Roles": [{ "Name": "Customer" }, { "Name": "Guest", "Description": "Looks", "Permissions": [] }] }"""), Catalog);
        Assert.Null(entries[0].Permissions);
        Assert.Equal([], entries[1].Permissions!);
    }

    [Theory]
    [InlineData("""{}""", "Roles:")]
    [InlineData("""{ "Roles": ["Customer"] }""", "Roles[0]:")]
    [InlineData("""{ "Roles": [{ "Description": "x" }] }""", "Roles[0].Name")]
    [InlineData("""{ "Roles": [{ "Name": 7 }] }""", "Roles[0].Name")]
    [InlineData("""{ "Roles": [{ "Name": "Customer" }, { "Name": "Guest", "Permision": [] }] }""", "Roles[1].Permision")]
    [InlineData("""{ "Roles": [{ "Name": "Guest", "Permissions": "Users.View" }] }""", "Roles[0].Permissions")]
    [InlineData("""{ "Roles": [{ "Name": "Guest", "Permissions": ["Users.Veiw"] }] }""", "Users.Veiw")]
    [InlineData("""{ "Roles": [{ "Name": "Operator" }] }""", "Roles[0].Name")]
    [InlineData("""{ "Roles": [{ "Name": "Administrator", "Permissions": [] }] }""", "Roles[0].Permissions")]
    public void A_wrong_role_is_refused_with_its_field(string step, string named) =>
        Assert.Contains(named, Assert.Throws<RecipeException>(() => RoleEntry.Read(Step(step), Catalog)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_user_is_read_with_roles_and_password()
    {
        var entry = Assert.Single(UserEntry.Read(
            Step("""{ "Users": [{ "UserName": "katrin", "Email": "k@nordplan.example", "RoleNames": ["Customer"], "Password": "four words are plenty" }] }"""), Roles));
        Assert.Equal(("katrin", "k@nordplan.example", "four words are plenty"), (entry.UserName, entry.Email, entry.Password));
        Assert.Equal(["Customer"], entry.RoleNames);
    }

    [Theory]
    [InlineData("""{ "Users": {} }""", "Users:")]
    [InlineData("""{ "Users": [{ "RoleNames": ["Customer"] }] }""", "Users[0].UserName")]
    [InlineData("""{ "Users": [{ "UserName": "katrin" }] }""", "Users[0].RoleNames")]
    [InlineData("""{ "Users": [{ "UserName": "katrin", "RoleNames": ["Boss"] }] }""", "Boss")]
    [InlineData("""{ "Users": [{ "UserName": "katrin", "RoleNames": [1] }] }""", "Users[0].RoleNames[0]")]
    [InlineData("""{ "Users": [{ "UserName": "katrin", "RoleNames": ["Customer"], "Pasword": "x" }] }""", "Users[0].Pasword")]
    public void A_wrong_user_is_refused_with_its_field(string step, string named) =>
        Assert.Contains(named, Assert.Throws<RecipeException>(() => UserEntry.Read(Step(step), Roles)).Message, StringComparison.Ordinal);

    private static JsonObject Step(string json) => JsonNode.Parse(json)!.AsObject();
}
