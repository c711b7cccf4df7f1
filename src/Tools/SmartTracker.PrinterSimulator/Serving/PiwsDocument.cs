using System.Globalization;
using System.Text;
using System.Xml;

namespace SmartTracker.PrinterSimulator.Serving;

/// <summary>XML in the dress of PIWS: prefixed root, default namespace below, numbers with six decimals.</summary>
internal static class PiwsDocument
{
    public const string Namespace = "http://www.hp.com/schemas/piws/v2_0";

    private static readonly DateTimeOffset NotSet = DateTimeOffset.UnixEpoch;

    public static byte[] Write(string root, Action<XmlWriter> content)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement("piws", root, Namespace);
            xml.WriteAttributeString("xmlns", Namespace);
            content(xml);
            xml.WriteEndElement();
        }

        return stream.ToArray();
    }

    public static void Nested(this XmlWriter xml, string name, Action content)
    {
        xml.WriteStartElement("", name, Namespace);
        content();
        xml.WriteFullEndElement();
    }

    public static void Text(this XmlWriter xml, string name, string value)
    {
        xml.WriteStartElement("", name, Namespace);
        xml.WriteString(value);
        xml.WriteFullEndElement();
    }

    public static void Number(this XmlWriter xml, string name, long value) => xml.Text(name, value.ToString(CultureInfo.InvariantCulture));

    public static void Number(this XmlWriter xml, string name, decimal value) => xml.Text(name, value.ToString("0.000000", CultureInfo.InvariantCulture));

    public static void Number(this XmlWriter xml, string name, int? value)
    {
        if (value is { } known)
            xml.Number(name, (long)known);
    }

    public static void Time(this XmlWriter xml, string name, DateTimeOffset? value) =>
        xml.Text(name, (value ?? NotSet).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    public static void Inches(this XmlWriter xml, string name, decimal value) => xml.Nested(name, () =>
    {
        xml.Number("Value", value);
        xml.Text("Unit", "in");
    });
}
