using CsCheck;
using SmartTracker.Abstractions.Security;

namespace SmartTracker.Abstractions.Tests;

public class KeyTextTests
{
    private const string Characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static readonly KeyKind Program = new("st_", ChecksPrefix: false);
    private static readonly KeyKind Agent = new("sta_", ChecksPrefix: true);
    private static readonly KeyKind Token = new("ste_", ChecksPrefix: true);

    private static readonly KeyKind[] Kinds = [Program, Agent, Token];

    private static readonly Gen<KeyKind> AnyKind = Gen.Int[0, Kinds.Length - 1].Select(kind => Kinds[kind]);

    /// <summary>Made by the two types that <see cref="KeyKind"/> took the place of: keys that are in use must let their holders in for ever.</summary>
    [Theory]
    [InlineData("st_SeNT6SaTs9uxY1cQTeF0J1GgSQR4GEz9yEpoxYtu0CZPgv", "SeNT6SaT", "4A7B68FB5358ABB54298C0D5D799A25FDE5D75296EB4A99EDF3FB1A50F4C4EAB")]
    [InlineData("st_xU3MJale4N8A3GEUSrVnYq06OS7QDvrVmrAgTzz21xSL3r", "xU3MJale", "38C094DE044B4D7A748E104F54EB86410047ECD25DA756CF49754BBC8EF82701")]
    [InlineData("st_qXK9Y0uR9sQ2Va2pZ3nZySXGwcMr8IpgLTSGTKvZ1JSMCg", "qXK9Y0uR", "14C290576531C4B0A524D05FD899AA7EC71AD6735DDC98F190C4292463A6664B")]
    [InlineData("sta_eBMc12s7k6ECrjXbljZGUypkCndTifs3WqKQfw3p4MtObm", "eBMc12s7", "4BD390C245DD2BE497550F6718755351863D50DCCE4D74B01D77DBFF98E8E057")]
    [InlineData("sta_UyjvNJSJUnrTs3XTPHKjhxOvlKYCS8oETEdaI0Ie4fHKMl", "UyjvNJSJ", "099F32F956CC7C4337485BF4A54568E07C933637BCD08C7684EDAF28BA3408DF")]
    [InlineData("sta_maVBprdfYtrKEyHJ8FnWVZrhTf1Ksl8vu9dqJuyj2ruqz9", "maVBprdf", "138087C3B09BD8345B5A62B4A5A6EE3C4A8675914738BF6ACA15C999839F69C6")]
    [InlineData("ste_rrQ35vADjcbWvDv38RUl9fOCmhwVXemodyydYglI4HGyzJ", "rrQ35vAD", "4EA42AD868F30F52C8E7C96C6D2D6908CA40E58E44AE75B8FB406B523F623E3D")]
    [InlineData("ste_ATIAoVVzoDGlKjFdprDxRUyhD8CcOj2cXpAvUEAY4NJAP6", "ATIAoVVz", "7D7FF5FBB280BCE9D9A840073177A3EF9F2ED8ADAB5C2CE8B3A39B8A8B1C2B7A")]
    [InlineData("ste_i8MxEFXKxTYRdZjjBOG5JHAbQhvJqObN8AVidzQW3CmPoU", "i8MxEFXK", "C5C2C993399557B1CE6AB73CB820C051EEDE7A8EE12599B4184E6254E5605F38")]
    public void Keys_that_were_given_out_stay_good(string text, string publicId, string hash)
    {
        var kind = Kinds.Single(known => text.StartsWith(known.Prefix, StringComparison.Ordinal));
        Assert.True(kind.TryParse(text, out var key));
        Assert.Equal((text, publicId, hash), (key.Text, key.PublicId, Convert.ToHexString(key.Hash())));
        Assert.True(key.Matches(Convert.FromHexString(hash)));
    }

    [Fact]
    public void A_new_key_is_its_own_kind_s_and_no_other_s() => AnyKind.Sample(kind =>
    {
        var key = kind.New();
        Assert.True(kind.TryParse(key.Text, out var again));
        Assert.True(again.Matches(key.Hash()));
        Assert.False(kind.New().Matches(key.Hash()));
        foreach (var other in Kinds.Where(other => other != kind))
        {
            Assert.False(other.TryParse(key.Text, out _));
            Assert.False(other.TryParse(other.Prefix + key.Text[kind.Prefix.Length..], out _));
        }
    }, iter: 200);

    [Fact]
    public void One_wrong_character_is_noticed_wherever_it_stands() => Gen.Select(AnyKind, Gen.Int[0, 49], Gen.Char).Sample((kind, at, wrong) =>
    {
        var text = kind.New().Text;
        at = Math.Min(at, text.Length - 1);
        Assert.Equal(text[at] == wrong, kind.TryParse(text[..at] + wrong + text[(at + 1)..], out _));
        var swapped = Characters[(Characters.IndexOf(text[^1], StringComparison.Ordinal) + 1) % Characters.Length];
        Assert.False(kind.TryParse(text[..^1] + swapped, out _));
    }, iter: 2000);

    [Fact]
    public void What_is_no_key_is_none_and_a_key_in_a_log_is_no_secret() => AnyKind.Sample(kind =>
    {
        var key = kind.New();
        foreach (var text in new[] { null, "", kind.Prefix, key.Text[..^1], key.Text + "0", " " + key.Text, key.Text.ToUpperInvariant(), key.Text.Replace('_', '-') })
            Assert.False(kind.TryParse(text, out _));
        Assert.Equal(kind.Prefix + key.PublicId + "…", $"{key}");
    }, iter: 50);
}
