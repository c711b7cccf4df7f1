using Microsoft.Extensions.Configuration;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Shell.Tests;

public class TenantAddressTests
{
    [Theory]
    [InlineData(null, "http://127.0.0.1:5080", "", "http://127.0.0.1:5080/nordplan/reset/x")]
    [InlineData(null, "http://+:8080;http://other:1", "", "http://localhost:8080/nordplan/reset/x")]
    [InlineData(null, "http://[::]:8080", "", "http://localhost:8080/nordplan/reset/x")]
    [InlineData("https://print.example.org", "http://127.0.0.1:5080", "", "https://print.example.org/nordplan/reset/x")]
    [InlineData("https://example.org/print/", "http://127.0.0.1:5080", "", "https://example.org/print/nordplan/reset/x")]
    [InlineData("https://print.example.org", "http://127.0.0.1:5080", "*.plots.example, plots.nordplan.example", "https://plots.nordplan.example/nordplan/reset/x")]
    public void A_page_has_the_address_that_the_settings_say(string? publicUrl, string urls, string ownHost, string address)
    {
        var settings = new ShellSettings { Name = "nordplan", RequestUrlPrefix = "nordplan", RequestUrlHost = ownHost };
        var host = new HostConfiguration(
            new ConfigurationBuilder().AddInMemoryCollection([new("SmartTracker:PublicUrl", publicUrl), new("urls", urls)]).Build(), "");
        Assert.Equal(address, new TenantAddress(settings, host, () => null).Of("~/reset/x").AbsoluteUri);
    }

    [Theory]
    [InlineData("print.example.org")]
    [InlineData("ftp://print.example.org")]
    [InlineData("/print")]
    public void What_is_no_web_address_is_refused_at_start(string publicUrl) =>
        Assert.Contains("SmartTracker:PublicUrl", Assert.Throws<SettingException>(() => TenantAddress.Configured(publicUrl)).Message, StringComparison.Ordinal);
}
