using System.Text;
using SmartTracker.Bills.Export;

namespace SmartTracker.Bills.Tests;

public class CsvTextTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49 40 1", "'+49 40 1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("＠x", "'＠x")]
    [InlineData("a=1", "a=1")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\r\nb", "\"a\r\nb\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("a,b", "a,b")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Text_stays_text(string? text, string written) => Assert.Equal($"\ufeff{written};x\r\n", Write(csv => csv.Text(text).Text("x").EndLine()));

    [Fact]
    public void A_negative_figure_stays_a_figure() => Assert.Equal("\ufeff-7,70\r\n", Write(csv => csv.Figure("-7,70").EndLine()));

    [Fact]
    public void An_empty_first_field_still_has_its_separator() => Assert.Equal("\ufeff;b\r\n", Write(csv => csv.Text(null).Text("b").EndLine()));

    private static string Write(Action<CsvText> write)
    {
        var csv = new CsvText(';');
        write(csv);
        return Encoding.UTF8.GetString(csv.ToBytes());
    }
}
