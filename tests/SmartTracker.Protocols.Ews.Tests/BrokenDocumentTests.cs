using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using CsCheck;
using SmartTracker.Protocols.Ews.Accounting;
using SmartTracker.Protocols.Ews.Tables;

namespace SmartTracker.Protocols.Ews.Tests;

public sealed class BrokenDocumentTests
{
    private static readonly EwsAccountingParser Parser = new();

    public static TheoryData<string> Documents => ["page", "latex page", "html export", "text export", "xlsx export", "xls export"];

    [Theory, MemberData(nameof(Documents))]
    public void A_document_cut_anywhere_gives_only_jobs_that_are_whole(string name)
    {
        var document = Document(name);
        var whole = Parser.Parse(document, null, isWhole: true);
        Assert.True(whole is { IsComplete: true, Jobs.Count: 2 });
        // What follows the end of the table says nothing about jobs.
        var end = name.Contains("xls", StringComparison.Ordinal) || name.StartsWith("text", StringComparison.Ordinal)
            ? document.Length
            : Encoding.UTF8.GetString(document).LastIndexOf("</table>", StringComparison.Ordinal) is var at ? Encoding.UTF8.GetByteCount(Encoding.UTF8.GetString(document)[..at]) + 8 : 0;
        for (var length = 0; length < end; length++)
        {
            var cut = Parser.Parse(document.AsMemory(0, length), null, isWhole: false);
            Assert.False(cut.IsComplete, $"Cut at {length}.");
            Assert.True(whole.Jobs.Take(cut.Jobs.Count).Select(Text).SequenceEqual(cut.Jobs.Select(Text)), $"Cut at {length}: {string.Join('\n', cut.Jobs.Select(Text))}");
        }
    }

    [Theory, MemberData(nameof(Documents))]
    public void No_damaged_byte_makes_the_parser_throw(string name)
    {
        var document = Document(name);
        Gen.Select(Gen.Int[0, document.Length - 1], Gen.Byte).Array[1, 20].Sample(
            damage =>
            {
                var damaged = document.ToArray();
                foreach (var (at, value) in damage)
                    damaged[at] = value;
                Assert.True(Parser.Parse(damaged, null, isWhole: true).Jobs.Count <= 20);
            },
            iter: 400);
    }

    [Fact]
    public void No_random_bytes_make_the_parser_throw() =>
        Gen.Select(Gen.Int[0, 3].Select(i => new[] { "", "<table>", "PK\u0003\u0004", "a;b;c\r\n" }[i]), Gen.Byte.Array[0, 300]).Sample(
            (start, rest) => Assert.Empty(Parser.Parse(Encoding.Latin1.GetBytes(start).Concat(rest).ToArray(), null, isWhole: true).Jobs), iter: 3000);

    [Fact]
    public void A_hundred_thousand_tables_in_each_other_take_no_time()
    {
        var watch = Stopwatch.StartNew();
        var deep = string.Concat(Enumerable.Repeat("<table><tr><td>", 100_000));
        Assert.Equal(2, Parser.Parse(Make.Bytes("<html><body>" + deep + string.Concat(Enumerable.Repeat("</table>", 100_000)) + Make.LatexPage), null, isWhole: true).Jobs.Count);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void A_tag_with_a_hundred_thousand_attributes_takes_no_time()
    {
        var watch = Stopwatch.StartNew();
        var attributes = string.Concat(Enumerable.Range(0, 100_000).Select(i => $" a{i}=x"));
        Assert.Equal(2, Parser.Parse(Make.Bytes($"<html><body><div{attributes}></div>" + Make.LatexPage), null, isWhole: true).Jobs.Count);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void What_stands_in_a_script_is_no_row() =>
        Assert.Equal(2, Make.Parse(Make.LatexPage.Replace("<body>", "<body><script>document.write('<table><tr><td>');</script><textarea><table></textarea>", StringComparison.Ordinal)).Jobs.Count);

    [Fact]
    public void A_spreadsheet_that_unpacks_to_much_more_is_refused_before_it_is_read()
    {
        using var stream = new MemoryStream();
        stream.Write(Make.Xlsx(Make.LatexExport));
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("xl/media/bomb", CompressionLevel.Fastest).Open();
            for (var i = 0; i < 20; i++)
                entry.Write(new byte[1024 * 1024]);
        }

        var limits = EwsLimits.Default with { UnpackedBytes = 10 * 1024 * 1024 };
        Assert.True(stream.Length < 1024 * 1024);
        Assert.Equal(EwsDefect.TooLarge, new EwsAccountingParser(limits).Parse(stream.ToArray(), null, isWhole: true).Defect);
    }

    [Fact]
    public void A_spreadsheet_with_a_document_type_is_refused()
    {
        using var stream = new MemoryStream();
        stream.Write(Make.Xlsx(Make.LatexExport));
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry("xl/worksheets/sheet1.xml")!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
                text = reader.ReadToEnd();
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml").Open());
            writer.Write(text.Replace("<worksheet", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><worksheet", StringComparison.Ordinal).Replace("banner.pdf", "&e;", StringComparison.Ordinal));
        }

        var accounting = Parser.Parse(stream.ToArray(), null, isWhole: true);
        Assert.Equal(EwsDefect.Damaged, accounting.Defect);
        Assert.Empty(accounting.Jobs);
    }

    [Fact]
    public void A_cell_at_the_far_end_of_a_sheet_is_a_limit_met_and_no_endless_reading()
    {
        var watch = Stopwatch.StartNew();
        var sheet = Make.Xlsx(Make.LatexExport);
        using var stream = new MemoryStream();
        stream.Write(sheet);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry("xl/worksheets/sheet1.xml")!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
                text = reader.ReadToEnd();
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml").Open());
            writer.Write(text.Replace("</sheetData>", "<row r=\"1048576\"><c r=\"XFD1048576\" t=\"inlineStr\"><is><t>x</t></is></c></row></sheetData>", StringComparison.Ordinal));
        }

        Assert.Equal(TableDefect.TooLarge, DocumentTables.Read(stream.ToArray(), null, isWhole: true, EwsLimits.Default).Defect);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void A_document_longer_than_allowed_is_refused()
    {
        var limits = EwsLimits.Default with { DocumentBytes = 100 };
        Assert.Equal(EwsDefect.TooLarge, new EwsAccountingParser(limits).Parse(Make.Bytes(Make.LatexPage), null, isWhole: true).Defect);
    }

    [Fact]
    public void A_list_with_more_rows_than_allowed_keeps_those_before()
    {
        var limits = EwsLimits.Default with { Rows = 50 };
        var lines = Enumerable.Range(0, 100).Select(i => $"a{i};Print;printed;2026-10-01 10:00:{i % 60:00}");
        var accounting = new EwsAccountingParser(limits).Parse(Make.Bytes(Make.Lines(["Document;Job type;Status;Printing time", .. lines])), null, isWhole: true);
        Assert.Equal((EwsDefect.TooLarge, 48), (accounting.Defect, accounting.Jobs.Count));
    }

    private static byte[] Document(string name) => name switch
    {
        "page" => Make.Bytes(Make.PageWide),
        "latex page" => Make.Bytes(Make.LatexPage),
        "html export" => Make.Bytes(Make.Html([.. Make.LatexExport.Select(line => Make.Row("", line.Split(';')))])),
        "xlsx export" => Make.Xlsx(Make.LatexExport),
        "xls export" => Make.Xls(Make.LatexExport),
        _ => Make.Bytes(Make.Lines([.. Make.LatexExport.Select(line => line.Replace("Ansicht \"Süd\".tif", "\"Ansicht \"\"Süd\"\".tif\"", StringComparison.Ordinal))])),
    };

    /// <summary>Everything a job says; what it says of dates may depend on other rows.</summary>
    private static string Text(EwsJob job) => $"{job with { Ink = [], PrintedAt = null }} {job.PrintedAt?.Raw} {string.Join(',', job.Ink)}";
}
