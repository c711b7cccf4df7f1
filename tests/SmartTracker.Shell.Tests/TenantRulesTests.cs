using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Shell.Tests;

public sealed class TenantRulesTests
{
    private static readonly ShellSettings[] Existing =
    [
        new() { Name = "Default", State = TenantState.Running },
        new() { Name = "nordplan", RequestUrlPrefix = "nordplan", State = TenantState.Running },
    ];

    [Theory]
    [InlineData("", "x", "")]
    [InlineData("1st", "x", "")]
    [InlineData("../etc", "x", "")]
    [InlineData("a b", "x", "")]
    [InlineData("NORDPLAN", "x", "")]
    [InlineData("acme", "", "")]
    [InlineData("acme", "a/b", "")]
    [InlineData("acme", "Acme", "")]
    [InlineData("acme", "admin", "")]
    [InlineData("acme", "_content", "")]
    [InlineData("acme", "bills", "")]
    [InlineData("acme", "nordplan", "")]
    [InlineData("acme", "acme", "http://acme.example")]
    [InlineData("acme", "acme", "acme.example, a b")]
    [InlineData("Default", "x", "")]
    public void A_name_or_address_that_cannot_work_is_refused_with_a_sentence(string name, string prefix, string host)
    {
        var exception = Assert.Throws<TenantRefusedException>(
            () => TenantRules.Check(name, prefix, host, Existing, [.. TenantRules.ReservedPrefixes, "bills"]));
        Assert.EndsWith(".", exception.Message, StringComparison.Ordinal);
        Assert.NotEmpty(exception.Field);
    }

    [Fact]
    public void An_address_belongs_to_one_tenant_also_where_it_is_one_of_several_hosts()
    {
        ShellSettings[] existing = [.. Existing, new() { Name = "elbe", RequestUrlHost = "plot.example, print.example", State = TenantState.Running }];
        Assert.Throws<TenantRefusedException>(() => TenantRules.CheckAddress("acme", "", "print.example", existing, []));
        TenantRules.CheckAddress("acme", "acme", "print.example", existing, []);
        TenantRules.CheckAddress("elbe", "", "print.example", existing, []);
    }

    [Theory]
    [InlineData("acme", "acme", "")]
    [InlineData("acme", "", "acme.example")]
    [InlineData("acme-2", "2", "acme.example")]
    [InlineData("acme", "", "acme.example:8443, *.acme.example")]
    public void A_new_name_at_a_free_address_is_accepted(string name, string prefix, string host) =>
        TenantRules.Check(name, prefix, host, Existing, TenantRules.ReservedPrefixes);
}
