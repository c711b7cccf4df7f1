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

    [Fact]
    public void No_bytes_make_the_reading_throw() => Gen.Byte.Array[0, 200].Sample(bytes => Assert.NotNull(DeviceXml.Read(bytes, DeviceXmlLimits.Default)), iter: 3000);

    private static DeviceDocument Read(string document) => DeviceXml.Read(Encoding.UTF8.GetBytes(document), DeviceXmlLimits.Default);
}
