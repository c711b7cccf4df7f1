using SmartTracker.Users.SignIn;

namespace SmartTracker.Users.Tests;

public class ReturnUrlTests
{
    [Theory]
    [InlineData("/nordplan/admin/printers?view=all", "/nordplan")]
    [InlineData("/nordplan", "/nordplan")]
    [InlineData("/admin", "")]
    [InlineData("~/bills", "/nordplan")]
    public void A_page_of_this_tenant_is_returned_to(string wanted, string pathBase) => Assert.Equal(wanted, ReturnUrl.Safe(wanted, pathBase));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("~//evil.example")]
    [InlineData("~/\\evil.example")]
    [InlineData("/\tevil")]
    [InlineData("javascript:alert(1)")]
    [InlineData("nordplan/admin")]
    [InlineData("/baukontor/admin")]
    [InlineData("/nordplanung")]
    [InlineData("/nordplan/../baukontor/admin")]
    [InlineData("/nordplan/%2E./baukontor/admin")]
    [InlineData("~/..")]
    [InlineData("/\n/evil.example")]
    public void Anything_else_leads_home(string? wanted) => Assert.Equal("~/", ReturnUrl.Safe(wanted, "/nordplan"));
}
