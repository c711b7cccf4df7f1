using System.IO.Compression;
using System.Text;
using CsCheck;
using SmartTracker.Collection.Import;
using SmartTracker.Collection.Profiles;
using SmartTracker.PrinterSimulator.Serving.Ews;
using SmartTracker.TestHost;

namespace SmartTracker.Collection.Tests;

/// <summary>Files as people upload them and printers mail them, cut off or made to grow.</summary>
public class CutFileTests
{
    private static readonly string[][] Cells =
    [
        ["Drucker", "Datei", "Fläche", "Gedruckt"],
        ["CN1", "Plan A.pdf", "1,5", "05.10.2026 10:00:00"],
        ["CN1", "Plan B.pdf", "0,75", "05.10.2026 23:30:00"],
    ];

    public static TheoryData<string> Kinds => ["html", "xlsx", "xls", "xml", "text", "utf-16"];

    [Theory, MemberData(nameof(Kinds))]
    public void A_file_cut_at_any_byte_gives_no_row_that_was_not_in_it(string kind)
    {
        var whole = Rows(FileTables.Read(File(kind)));
        Assert.Equal(kind == "xml" ? 2 : 3, whole.Count);
        Assert.All(BrokenBytes.CutAnywhere(File(kind)), cut =>
        {
            var tables = FileTables.Read(cut);
            var rows = tables.Defect is null ? Rows(tables) : [];
            // Only the last row of a text may be half: nothing in it says where it ends, and the profile's columns judge it.
            var certain = kind is "text" or "utf-16" ? rows.SkipLast(1).ToList() : rows;
            Assert.True(whole.Take(certain.Count).SequenceEqual(certain), $"Cut at {cut.Length}: {string.Join('\n', rows)}");
            Assert.True(kind is "text" or "utf-16" || tables.Defect is not null || rows.Count == whole.Count, $"Cut at {cut.Length}: {rows.Count} rows and no defect.");
        });
    }

    [Theory, MemberData(nameof(Kinds))]
    public void No_damaged_byte_makes_the_reading_throw(string kind)
    {
        var file = File(kind);
        Gen.Select(Gen.Int[0, file.Length - 1], Gen.Byte, Gen.Int[0, 3]).List[1, 12].Sample(
            changes => Assert.NotNull(FileTables.Read(BrokenBytes.Changed(file, changes)).Tables),
            iter: 300);
    }

    [Fact]
    public async Task A_body_that_unpacks_to_more_than_is_read_ends_there()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var megabyte = 0; megabyte < 64; megabyte++)
                await gzip.WriteAsync(new byte[1024 * 1024]);
        }

        Assert.True(packed.Length < 128 * 1024);
        packed.Position = 0;
        await using var bomb = new LimitedStream(new GZipStream(packed, CompressionMode.Decompress), 1024 * 1024);
        var (buffer, read) = (new byte[64 * 1024], 0L);
        await Assert.ThrowsAsync<ImportTooLargeException>(async () =>
        {
            for (int more; (more = await bomb.ReadAsync(buffer)) > 0;)
                read += more;
        });
        Assert.InRange(read, 512 * 1024, 1024 * 1024);
    }

    private static List<string> Rows(FileTables tables) => [.. tables.Largest?.Rows.Where(row => row.Number > 0).Select(row => string.Join('|', row.Cells.Select(cell => cell.Text))) ?? []];

    private static byte[] File(string kind)
    {
        var cells = Cells.Select(row => row.ToArray()).ToList();
        return kind switch
        {
            "html" => Encoding.UTF8.GetBytes("<html><body><table>" + string.Concat(Cells.Select(row => $"<tr>{string.Concat(row.Select(cell => $"<td>{cell}</td>"))}</tr>")) + "</table>"),
            "xlsx" => XlsxFile.Write(cells),
            "xls" => XlsFile.Write(cells),
            "xml" => Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><Jobs>" + string.Concat(Cells.Skip(1).Select(row => $"<Job><a>{row[0]}</a><b>{row[1]}</b><c>{row[2]}</c><d>{row[3]}</d></Job>")) + "</Jobs>"),
            "utf-16" => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Lines())],
            _ => Encoding.UTF8.GetBytes(Lines()),
        };
    }

    private static string Lines() => string.Concat(Cells.Select(row => string.Join(';', row) + "\r\n"));
}
