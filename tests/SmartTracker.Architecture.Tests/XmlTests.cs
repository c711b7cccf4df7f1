using System.Reflection;

namespace SmartTracker.Architecture.Tests;

/// <summary>XML from outside comes in by three doors, each of which refuses a document type and fetches nothing; their own tests prove it.</summary>
public sealed class XmlTests
{
    private static readonly string[] Doors = ["SmartTracker.Protocols.Http.Xml.DeviceXml", "SmartTracker.Protocols.Piws.Xml.PlainXmlRoot", "SmartTracker.Protocols.Piws.Xml.XmlReaderWalk"];

    private static readonly string[] Forbidden =
    [
        "System.Xml.XmlDocument", "System.Xml.XmlTextReader", "System.Xml.XmlValidatingReader", "System.Xml.XPath.XPathDocument", "System.Xml.Xsl.XslCompiledTransform",
        "System.Xml.Serialization.XmlSerializer", "System.Runtime.Serialization.DataContractSerializer", "System.Data.DataSet", "System.Data.DataTable",
    ];

    private static IEnumerable<(Type Type, MemberInfo Member)> Used =>
        Product.Assemblies.SelectMany(assembly => assembly.GetTypes()).SelectMany(type => Dependencies.MembersUsedBy(type).Select(member => (type, member)));

    [Fact]
    public void A_reader_is_opened_at_three_places_only() =>
        Assert.Equal(Doors, Used.Where(use => IsOpening(use.Member)).Select(use => use.Type.FullName!.Split('+')[0]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void No_other_way_of_reading_XML_is_used() =>
        Assert.Equal("", string.Join('\n', Used.Where(use => IsForbidden(use.Member)).Select(use => $"{use.Type.FullName} uses {use.Member.DeclaringType?.FullName}.{use.Member.Name}").Distinct()));

    /// <summary>The check sees what a method's code calls.</summary>
    [Fact]
    public void The_check_finds_who_opens_XML_in_the_code_of_a_method()
    {
        Assert.Contains(Dependencies.MembersUsedBy(typeof(Offender)), IsOpening);
        Assert.Contains(Dependencies.MembersUsedBy(typeof(Offender)), IsForbidden);
    }

    private static bool IsOpening(MemberInfo member) => member is MethodBase { Name: "Create", DeclaringType.FullName: "System.Xml.XmlReader" };

    private static bool IsForbidden(MemberInfo member) =>
        Forbidden.Contains((member as Type ?? member.DeclaringType)?.FullName)
        || member is MethodBase { Name: "Load" or "LoadAsync" or "Parse", DeclaringType.FullName: "System.Xml.Linq.XDocument" or "System.Xml.Linq.XElement" };

    private static class Offender
    {
        public static object Read()
        {
            using var reader = System.Xml.XmlReader.Create("printers.xml");
            return System.Xml.Linq.XDocument.Load(reader);
        }
    }
}
