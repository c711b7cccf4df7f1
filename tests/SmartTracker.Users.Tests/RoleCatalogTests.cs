using SmartTracker.Abstractions.Security;
using SmartTracker.Users.Domain;

namespace SmartTracker.Users.Tests;

public class RoleCatalogTests
{
    private static readonly Module Printers = new(["Printers.View", "Printers.Edit"], new() { [RoleIds.Bookkeeper] = ["Printers.View"] });
    private static readonly Module Bills = new(["Bills.View"], new() { [RoleIds.Bookkeeper] = ["Bills.View"], [RoleIds.Customer] = ["Bills.View"], ["Driver"] = [] });
    private static readonly Module Tenants = new(["Tenants.Manage"], []);

    private static readonly RoleCatalog Provider = new(isDefaultTenant: true, [(Printers, false), (Bills, false), (Tenants, true)]);
    private static readonly RoleCatalog Customer = new(isDefaultTenant: false, [(Printers, false), (Bills, false)]);

    [Fact]
    public void An_operator_holds_everything_in_the_default_tenant() =>
        Assert.Equal(["Bills.View", "Printers.Edit", "Printers.View", "Tenants.Manage"], Provider.Granted(RoleIds.Operator, null).Order());

    [Fact]
    public void An_operator_is_nobody_in_a_customers_tenant()
    {
        Assert.Empty(Customer.Granted(RoleIds.Operator, ["Printers.Edit"]));
        Assert.DoesNotContain(RoleIds.Operator, Customer.BuiltIn);
    }

    [Fact]
    public void An_administrator_holds_everything_but_the_installations_own_permissions()
    {
        Assert.Equal(["Bills.View", "Printers.Edit", "Printers.View"], Provider.Granted(RoleIds.Administrator, null).Order());
        Assert.Equal(["Bills.View", "Printers.Edit", "Printers.View"], Customer.Granted(RoleIds.Administrator, []).Order());
    }

    [Fact]
    public void A_role_adds_up_what_the_modules_give_it_by_default() =>
        Assert.Equal(["Bills.View", "Printers.View"], Customer.Granted(RoleIds.Bookkeeper, null).Order());

    [Fact]
    public void What_a_recipe_gives_replaces_the_defaults()
    {
        Assert.Equal(["Printers.Edit"], Customer.Granted(RoleIds.Bookkeeper, ["Printers.Edit"]));
        Assert.Empty(Customer.Granted(RoleIds.Bookkeeper, []));
    }

    [Fact]
    public void A_permission_of_a_feature_that_is_off_grants_nothing() => Assert.Empty(Customer.Granted(RoleIds.Customer, ["Tenants.Manage"]));

    [Fact]
    public void A_role_that_nobody_described_holds_nothing() => Assert.Empty(Customer.Granted("Stranger", null));

    [Fact]
    public void A_role_exists_as_soon_as_a_module_names_it() => Assert.Contains("Driver", Customer.BuiltIn);

    private sealed class Module(string[] names, Dictionary<string, string[]> roles) : IPermissionProvider
    {
        public IReadOnlyList<Permission> Permissions { get; } = [.. names.Select(name => new Permission(name, name))];

        public IReadOnlyDictionary<string, string[]> DefaultRoles { get; } = roles;
    }
}
