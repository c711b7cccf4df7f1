using System.Text;
using CsCheck;
using SmartTracker.Protocols.Http.Xml;

namespace SmartTracker.Protocols.Http.Tests;

public sealed class DeviceXmlTests
{
    [Fact]
    public void Names_lose_their_namespace_and_texts_their_outer_space()
    {
        var document = Read("<a:root xmlns:a='urn:a'><b xmlns='urn:b'>  one <![CDATA[& two]]> </b><a:b/></a:root>");
        Assert.Null(document.Defect);
        Assert.Equal("root", document.Root!.Name);
        Assert.Equal(["one & two", ""], document.Root.All("b").Select(element => element.Text));
        Assert.Equal("one & two", document.Root.TextOf("b"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain words")]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>")]
    public void What_is_no_XML_or_has_a_document_type_has_no_root(string document) => Assert.True(Read(document) is { Root: null, Defect: not null });

    [Fact]
    public void A_document_that_broke_off_says_which_elements_are_whole()
    {
        var document = Read("<root><a>1</a><a>2</a><a>3");
        Assert.NotNull(document.Defect);
        Assert.Equal([true, true, false], document.Root!.All("a").Select(element => element.IsWhole));
    }

    [Fact]
    public void A_million_levels_or_elements_are_refused()
    {
        Assert.NotNull(Read(string.Concat(Enumerable.Repeat("<a>", 100_000))).Defect);
        Assert.NotNull(Read("<r>" + string.Concat(Enumerable.Repeat("<a/>", 300_000)) + "</r>").Defect);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-7")]
    [InlineData("no-such-charset")]
    public void A_character_set_that_is_none_or_not_this_one_is_a_defect(string encoding) =>
        Assert.NotNull(Read($"<?xml version=\"1.0\" encoding=\"{encoding}\"?><root>Süd</root>").Defect);

    [Fact]
    public void Nothing_is_expanded_fetched_or_kept_beyond_the_limits()
    {
        var laughs = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} '{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}'>"));
        Assert.Null(Read($"<!DOCTYPE x [<!ENTITY l0 'lol'>{laughs}]><x>&l9;</x>").Root);
        Assert.Null(Read("<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd'><x/>").Root);
        Assert.Null(Read("<!DOCTYPE x [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]><x/>").Root);
        Assert.InRange(Read($"<root><a>{new string('x', 1_000_000)}</a></root>").Root!.TextOf("a")!.Length, 1, 4096);
        Assert.NotNull(DeviceXml.Read(Encoding.UTF8.GetBytes($"<r a='{new string('x', 20_000)}'/>"), DeviceXmlLimits.Default with { Characters = 10_000 }).Defect);
    }

    [Fact]
    public void No_bytes_make_the_reading_throw() => Gen.Byte.Array[0, 200].Sample(bytes => Assert.NotNull(DeviceXml.Read(bytes, DeviceXmlLimits.Default)), iter: 3000);

    private static DeviceDocument Read(string document) => DeviceXml.Read(Encoding.UTF8.GetBytes(document), DeviceXmlLimits.Default);
}
