using Microsoft.AspNetCore.Http;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Shell.Tests;

public sealed class ShellRouterTests
{
    private static readonly ShellSettings[] Tenants =
    [
        Tenant("Default"),
        Tenant("port-prefix", "print.example:8443", "a"),
        Tenant("host-prefix", "print.example", "a"),
        Tenant("port", "print.example:8443"),
        Tenant("host", "print.example, plot.example"),
        Tenant("prefix", "", "b"),
        Tenant("wildcard", "*.clients.example"),
        Tenant("off", "", "c") with { State = TenantState.Disabled },
        Tenant("unborn", "", "d") with { State = TenantState.Uninitialized },
    ];

    [Theory]
    [InlineData("print.example:8443", "/a/admin", "port-prefix")]
    [InlineData("print.example", "/a", "host-prefix")]
    [InlineData("print.example:8443", "/", "port")]
    [InlineData("print.example:8443", "/b", "port")]
    [InlineData("print.example", "/x", "host")]
    [InlineData("PLOT.example:9000", "/", "host")]
    [InlineData("localhost", "/b/bills", "prefix")]
    [InlineData("localhost", "/B", "prefix")]
    [InlineData("localhost", "/bb", "Default")]
    [InlineData("ada.clients.example", "/", "wildcard")]
    [InlineData("clients.example", "/", "Default")]
    [InlineData("localhost", "/", "Default")]
    [InlineData("localhost", "/c", "off")]
    [InlineData("localhost", "/d", "unborn")]
    [InlineData("", "/b", "prefix")]
    [InlineData("", "/", "Default")]
    public void A_request_goes_to_the_most_specific_tenant(string host, string path, string expected) =>
        Assert.Equal(expected, new ShellRouter(Tenants).Match(new HostString(host), path)?.Name);

    [Fact]
    public void Without_tenants_nobody_answers() => Assert.Null(new ShellRouter([]).Match(new HostString("localhost"), "/"));

    [Fact]
    public void A_tenant_without_any_address_takes_nobodys_place() =>
        Assert.Equal("Default", new ShellRouter([Tenant("Default"), Tenant("lost"), Tenant("host", "print.example")]).Match(new HostString("localhost"), "/")?.Name);

    private static ShellSettings Tenant(string name, string host = "", string prefix = "") =>
        new() { Name = name, RequestUrlHost = host, RequestUrlPrefix = prefix, State = TenantState.Running };
}
