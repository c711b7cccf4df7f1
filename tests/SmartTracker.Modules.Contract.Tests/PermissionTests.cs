using SmartTracker.Abstractions.Security;

namespace SmartTracker.Modules.Contract.Tests;

public sealed class PermissionTests
{
    [Fact]
    public void Every_permission_is_declared_once() =>
        Assert.Empty(Declared.Permissions.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void A_permission_is_named_module_and_verb_and_described()
    {
        Assert.All(Declared.Permissions, name => Assert.Matches("^[A-Z][A-Za-z]+\\.[A-Z][A-Za-z]+$", name));
        Assert.All(Declared.Providers.SelectMany(provider => provider.Permissions), permission => Assert.False(string.IsNullOrWhiteSpace(permission.Description)));
    }

    [Fact]
    public void Roles_that_every_tenant_knows_are_given_only_what_their_module_declares() => Assert.All(Declared.Providers, provider =>
    {
        string[] known = [RoleIds.Operator, RoleIds.Administrator, RoleIds.Bookkeeper, RoleIds.Customer];
        Assert.Subset(known.ToHashSet(), provider.DefaultRoles.Keys.ToHashSet());
        Assert.Subset(provider.Permissions.Select(permission => permission.Name).ToHashSet(), provider.DefaultRoles.Values.SelectMany(names => names).ToHashSet());
    });
}
