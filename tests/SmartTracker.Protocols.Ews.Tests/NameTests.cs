using System.Text;
using SmartTracker.Protocols.Ews.Accounting;
using SmartTracker.Protocols.Ews.Tables;
using SmartTracker.Protocols.Ews.Words;

namespace SmartTracker.Protocols.Ews.Tests;

/// <summary>Lists written again with other names.</summary>
public sealed class NameTests
{
    private const string List = "Document;Status;User;Copies;Print time\r\nPlan.pdf;printed;anna;2;18.07.2024 16:08:11\r\n";

    [Fact]
    public void Only_names_are_other_and_what_stands_around_them_is_read_as_before()
    {
        var before = new EwsAccountingParser().Parse(Encoding.UTF8.GetBytes(List), null, isWhole: true);
        var replaced = EwsNames.Replace(Encoding.UTF8.GetBytes(List), null, isWhole: true, (column, name) => column == EwsColumn.User ? name.ToUpperInvariant() : "?");
        var after = new EwsAccountingParser().Parse(replaced, EwsNames.ContentType, isWhole: true);
        Assert.Equal(Assert.Single(before.Jobs) with { User = "ANNA", Document = "?" }, Assert.Single(after.Jobs) with { Ink = before.Jobs[0].Ink });
        Assert.Equal((before.Container, before.Layout, before.DateOrder, before.Defect), (after.Container, after.Layout, after.DateOrder, after.Defect));
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"container":"delimited","tables":null,"defect":null}""")]
    [InlineData("""{"container":"delimited","tables":[null],"defect":null}""")]
    [InlineData("""{"container":"delimited","tables":[{"rows":[{"number":1,"cells":[null],"class":""}],"isWhole":true}],"defect":null}""")]
    [InlineData("""{"container":"parchment","tables":[],"defect":null}""")]
    public void What_only_begins_like_our_own_tables_holds_none(string rest)
    {
        var document = DocumentTables.Read(Encoding.UTF8.GetBytes($$"""{"smarttrackerTables":1,"document":{{rest}}}"""), null, isWhole: true, EwsLimits.Default);
        Assert.Equal((TableDefect.NotATable, 0), (document.Defect, document.Tables.Count));
    }
}
