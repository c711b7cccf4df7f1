using System.Text;
using SmartTracker.Protocols.Snmp.Security;

namespace SmartTracker.Protocols.Snmp.Tests;

/// <summary>Keys and codes against published vectors.</summary>
public sealed class KeyTests
{
    private static readonly byte[] Engine = Convert.FromHexString("000000000000000000000002");

    // RFC 3414 A.3.1 and A.3.2; "newsyrup" is the new key of A.5.1 and A.5.2.
    [Theory]
    [InlineData(AuthenticationProtocol.Md5, "maplesyrup", "9FAF3283884E92834EBC9847D8EDD963", "526F5EED9FCCE26F8964C2930787D82B")]
    [InlineData(AuthenticationProtocol.Sha1, "maplesyrup", "9FB5CC0381497B3793528939FF788D5D79145211", "6695FEBC9288E36282235FC7151F128497B38F3F")]
    [InlineData(AuthenticationProtocol.Md5, "newsyrup", "01ADD273107C4E596B4B00F82B1D42A7", "87021D7BD9D101BA05EA6E3BF9D9BD4A")]
    [InlineData(AuthenticationProtocol.Sha1, "newsyrup", "3A51A6D736AA347B83DC4A87E3E55EE4D698AC71", "78E2DCCE79D59403B58C1BBAA5BFF46391F1CD25")]
    // RFC 7860 gives no vectors of its own; these were worked out by another program (Python's hashlib).
    [InlineData(AuthenticationProtocol.Sha224, "maplesyrup", "282A5867EE9AAC639AD59DF9572C7D3AC0FBC13A905B6DF07DBBF00B", "0BD8827C6E29F8065E08E09237F177E410F69B90E1782BE682075674")]
    [InlineData(AuthenticationProtocol.Sha256, "maplesyrup", "AB51014D1E077F6017DF2B12BEE5F5AA72993177E9BB569C4DFF5A4CA0B4AFAC", "8982E0E549E866DB361A6B625D84CCCC11162D453EE8CE3A6445C2D6776F0F8B")]
    [InlineData(AuthenticationProtocol.Sha384, "maplesyrup",
        "E06ECCDF2C68A06ED034723C9C26E0DB3B669E1E2EFED49150B55377A2E98F383C86FB836857444654B287C93F51FF64",
        "3B298F16164A11184279D5432BF169E2D2A48307DE02B3D3F7E2B4F36EB6F0455A53689A3937EEA07319A633D2CCBA78")]
    [InlineData(AuthenticationProtocol.Sha512, "maplesyrup",
        "7E4396DE5AADC77BE853819B98C9406265B3A9C37CC3176569847A4E4F6FBA63DD3A73D04924D31A63F95A601F9385AF6BE4ED1B37F87D040F7C6ED6F8D38A91",
        "22A5A36CEDFCC085807A128D7BC6C2382167AD6C0DBC5FDFF856740F3D84C099AD1EA87A8DB096714D9788BD544047C9021E4229CE27E4C0A69250ADFCFFBB0B")]
    public void A_pass_phrase_becomes_the_key_of_an_engine(AuthenticationProtocol protocol, string passphrase, string master, string localized)
    {
        var key = UsmKeys.Master(protocol, passphrase);
        Assert.Equal(master, Convert.ToHexString(key));
        Assert.Equal(localized, Convert.ToHexString(UsmKeys.Localize(protocol, key, Engine)));
    }

    // Reeder's: draft-reeder-snmpv3-usm-3desede-00 B.1 and B.2. Blumenthal's draft has none; worked out by another program.
    [Theory]
    [InlineData(AuthenticationProtocol.Md5, KeyExtension.Reeder, "526F5EED9FCCE26F8964C2930787D82B79EFF44A90650EE0A3A40ABFAC5ACC12")]
    [InlineData(AuthenticationProtocol.Sha1, KeyExtension.Reeder, "6695FEBC9288E36282235FC7151F128497B38F3F9B8B6D78936BA6E7D19DFD9C")]
    [InlineData(AuthenticationProtocol.Md5, KeyExtension.Blumenthal, "526F5EED9FCCE26F8964C2930787D82BFA24A92467426C2F4B09192BE10DFAEC")]
    [InlineData(AuthenticationProtocol.Sha1, KeyExtension.Blumenthal, "6695FEBC9288E36282235FC7151F128497B38F3F505E07EB9AF25568FA1F5DBE")]
    public void A_key_that_is_too_short_is_lengthened_in_one_of_two_ways(AuthenticationProtocol protocol, KeyExtension extension, string key)
    {
        var localized = UsmKeys.Localize(protocol, UsmKeys.Master(protocol, "maplesyrup"), Engine);
        Assert.Equal(key, Convert.ToHexString(UsmKeys.Extend(protocol, localized, Engine, 32, extension)));
        Assert.Equal(key[..48], Convert.ToHexString(UsmKeys.Extend(protocol, localized, Engine, 24, extension)));
        Assert.Equal(key[..32], Convert.ToHexString(UsmKeys.Extend(protocol, localized, Engine, 16, extension)));
    }

    // FIPS 180-4's examples, and lengths around the edges of a block.
    [Theory]
    [InlineData("", "D14A028C2A3A2BC9476102BB288234C415A2B01F828EA62AC5B3E42F")]
    [InlineData("abc", "23097D223405D8228642A477BDA255B32AADBCE4BDA0B3F7E36C9DA7")]
    [InlineData("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "75388B16512776CC5DBA5DA1FD890150B0C6455CB4F58B1952522525")]
    public void SHA_224_is_that_of_the_standard(string text, string hash) => Assert.Equal(hash, Convert.ToHexString(Sha224.Hash(Encoding.ASCII.GetBytes(text))));

    [Fact]
    public void SHA_224_of_a_million_letters_is_that_of_the_standard() =>
        Assert.Equal("20794655980C91D8BBB4C1EA97618A4BF03F42581948B2EE4EE7AD67", Convert.ToHexString(Sha224.Hash(Encoding.ASCII.GetBytes(new string('a', 1_000_000)))));

    // RFC 4231 §4.2 to §4.4 and §4.7, cut to what RFC 7860 sends.
    [Theory]
    [InlineData(AuthenticationProtocol.Sha224, 20, 0x0B, "4869205468657265", "896FB1128ABBDF196832107CD49DF33F")]
    [InlineData(AuthenticationProtocol.Sha256, 20, 0x0B, "4869205468657265", "B0344C61D8DB38535CA8AFCEAF0BF12B881DC200C9833DA7")]
    [InlineData(AuthenticationProtocol.Sha384, 20, 0x0B, "4869205468657265", "AFD03944D84895626B0825F4AB46907F15F9DADBE4101EC682AA034C7CEBC59C")]
    [InlineData(AuthenticationProtocol.Sha512, 20, 0x0B, "4869205468657265", "87AA7CDEA5EF619D4FF0B4241A1D6CB02379F4E2CE4EC2787AD0B30545E17CDEDAA833B7D6B8A702038B274EAEA3F4E4")]
    [InlineData(AuthenticationProtocol.Sha224, 131, 0xAA, "54657374205573696E67204C6172676572205468616E20426C6F636B2D53697A65204B6579202D2048617368204B6579204669727374", "95E9A0DB962095ADAEBE9B2D6F0DBCE2")]
    public void Codes_are_those_of_the_standard(AuthenticationProtocol protocol, int keyLength, byte keyByte, string message, string code) =>
        Assert.Equal(code, Convert.ToHexString(UsmDigest.Code(protocol, [.. Enumerable.Repeat(keyByte, keyLength)], Convert.FromHexString(message))));

    [Theory]
    [InlineData(PrivacyProtocol.Des)]
    [InlineData(PrivacyProtocol.Aes128)]
    [InlineData(PrivacyProtocol.Aes192)]
    [InlineData(PrivacyProtocol.Aes256)]
    public void What_was_encrypted_is_decrypted_and_nothing_else_is(PrivacyProtocol protocol)
    {
        byte[] key = [.. Enumerable.Range(1, UsmCipher.KeySize(protocol)).Select(i => (byte)(i * 7))];
        for (var length = 0; length < 40; length++)
        {
            byte[] plain = [.. Enumerable.Range(0, length).Select(i => (byte)i)];
            var (encrypted, salt) = UsmCipher.Encrypt(protocol, key, 3, 1000, 42, plain);
            Assert.Equal(plain, UsmCipher.Decrypt(protocol, key, 3, 1000, salt, encrypted)![..length]);
            if (length > 7)
                Assert.NotEqual(plain, UsmCipher.Decrypt(protocol, [.. key.Select(octet => (byte)(octet ^ 0xFF))], 3, 1000, salt, encrypted)![..length]);
        }

        Assert.Null(UsmCipher.Decrypt(protocol, key, 3, 1000, new byte[7], new byte[16]));
    }
}
