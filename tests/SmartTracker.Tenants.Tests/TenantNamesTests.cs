using CsCheck;

namespace SmartTracker.Tenants.Tests;

public sealed class TenantNamesTests
{
    [Theory]
    [InlineData("Nordplan Architekten", "nordplan-architekten", "nordplan-architekten")]
    [InlineData("Ing.-Büro Söhne & Co.", "ing-buero-soehne-co", "ing-buero-soehne-co")]
    [InlineData("  Łódź Café ", "odz-cafe", "odz-cafe")]
    [InlineData("3D-Druck Elbe", "3d-druck-elbe", "tenant-3d-druck-elbe")]
    [InlineData("X", "x", "x-1")]
    [InlineData("日本", "", "tenant")]
    public void A_companys_name_becomes_an_address(string company, string prefix, string name)
    {
        Assert.Equal(prefix, TenantNames.Prefix(company));
        Assert.Equal(name, TenantNames.Name(prefix));
    }

    [Fact]
    public void Whatever_it_is_called_the_result_can_be_used() => Gen.String.Sample(company =>
    {
        var prefix = TenantNames.Prefix(company);
        return (prefix.Length == 0 || System.Text.RegularExpressions.Regex.IsMatch(prefix, "^[a-z0-9][a-z0-9-]{0,39}$"))
            && System.Text.RegularExpressions.Regex.IsMatch(TenantNames.Name(prefix), "^[A-Za-z][A-Za-z0-9-]{1,39}$");
    }, iter: 5_000);
}
