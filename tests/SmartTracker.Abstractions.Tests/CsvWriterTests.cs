using System.Globalization;
using SmartTracker.Abstractions.Presentation;

namespace SmartTracker.Abstractions.Tests;

public class CsvWriterTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49 40 1", "'+49 40 1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\0=1", "'[U+0000]=1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("＠x", "'＠x")]
    [InlineData("a=1", "a=1")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\r\nb", "\"a\r\nb\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("a,b", "a,b")]
    [InlineData("plan\u202Efdp.exe", "plan[U+202E]fdp.exe")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Text_stays_text(string? text, string written) => Assert.Equal($"{written};x\r\n", Write("de", csv => csv.Text(text).Text("x").EndLine()));

    [Theory]
    [InlineData("de", "-7,70;0,000001\r\n")]
    [InlineData("en", "-7.70,0.000001\r\n")]
    public void Figures_stay_figures_of_the_culture(string culture, string written) =>
        Assert.Equal(written, Write(culture, csv => csv.Figure(-7.70m).Figure(0.000001m).EndLine()));

    [Fact]
    public void An_empty_first_field_still_has_its_separator() => Assert.Equal(";b\r\n", Write("de", csv => csv.Text(null).Text("b").EndLine()));

    private static string Write(string culture, Action<CsvWriter> write)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        write(new CsvWriter(text, CultureInfo.GetCultureInfo(culture)));
        return text.ToString();
    }
}
