using System.Text;
using CsCheck;
using SmartTracker.Protocols.Piws.Jobs;

namespace SmartTracker.Protocols.Piws.Tests;

public sealed class BrokenDocumentTests
{
    private static readonly PiwsJobQueueParser Parser = new();

    public static TheoryData<string> Documents() => [Fixture.OwnPath, .. Fixture.RecordedJobQueues()];

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_cut_anywhere_keeps_every_job_that_arrived_whole(string file)
    {
        var document = File.ReadAllBytes(file);
        var whole = Parser.Parse(document).Jobs.Select(job => job.Uuid).ToList();
        var end = "</Job2DPrint>"u8.ToArray();
        var lastTag = document.AsSpan().LastIndexOf("</"u8);
        lastTag += document.AsSpan(lastTag).IndexOf((byte)'>');

        for (var length = 0; length <= lastTag; length++)
        {
            var snapshot = Parser.Parse(document.AsMemory(0, length));
            var arrived = Count(document.AsSpan(0, length), end);
            Assert.False(snapshot.IsComplete, $"Cut at {length}.");
            Assert.True(whole.Take(arrived).SequenceEqual(snapshot.Jobs.Select(job => job.Uuid)), $"Cut at {length}: {snapshot.Jobs.Count} jobs, {arrived} arrived.");
            Assert.True(snapshot.Defect is PiwsDefect.CutOff or PiwsDefect.NotXml, $"Cut at {length}: {snapshot.Defect}.");
            Assert.True(arrived == 0 || snapshot.Defect == PiwsDefect.CutOff, $"Cut at {length}: {snapshot.Defect}.");
        }

        Assert.True(Parser.Parse(document.AsMemory(0, lastTag + 1)).IsComplete);
    }

    [Fact]
    public void A_document_type_is_refused()
    {
        var snapshot = Parse("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><JobQueueSnapshot><Jobs><Job><Job2DPrint><UUID>&e;</UUID></Job2DPrint></Job></Jobs></JobQueueSnapshot>");
        Assert.Equal(PiwsDefect.NotXml, snapshot.Defect);
        Assert.Empty(snapshot.Jobs);
    }

    [Fact]
    public void A_billion_laughs_are_refused()
    {
        var entities = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} '{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}'>"));
        var snapshot = Parse($"<!DOCTYPE x [<!ENTITY l0 'lol'>{entities}]><JobQueueSnapshot>&l9;</JobQueueSnapshot>");
        Assert.Equal(PiwsDefect.NotXml, snapshot.Defect);
    }

    [Theory]
    [InlineData("<JobQueueSnapshot>", "</JobQueueSnapshot>")]
    [InlineData("<JobQueueSnapshot><Jobs><Job><Job2DPrint>", "</Job2DPrint></Job></Jobs></JobQueueSnapshot>")]
    public void A_million_levels_are_refused(string before, string after)
    {
        var deep = before + string.Concat(Enumerable.Repeat("<a>", 1_000_000)) + string.Concat(Enumerable.Repeat("</a>", 1_000_000)) + after;
        Assert.Equal(PiwsDefect.TooDeep, Parse(deep).Defect);
    }

    [Fact]
    public void A_document_longer_than_allowed_keeps_the_jobs_before_the_limit()
    {
        var limits = PiwsLimits.Default with { DocumentCharacters = Fixture.JobQueue.Length - 3000 };
        var snapshot = new PiwsJobQueueParser(limits).Parse(Fixture.JobQueue);
        Assert.Equal(PiwsDefect.TooLarge, snapshot.Defect);
        Assert.Equal(3, snapshot.Jobs.Count);
    }

    [Fact]
    public void A_job_with_more_elements_than_any_real_one_is_left_out_and_the_others_stay()
    {
        var text = Encoding.UTF8.GetString(Fixture.JobQueue);
        var at = text.IndexOf("<JobUUID>2a000000-0000-4000-8000-000000000002", StringComparison.Ordinal);
        var snapshot = Parse(text.Insert(at, string.Concat(Enumerable.Repeat("<a/>", PiwsLimits.Default.ElementsPerJob))));
        Assert.Equal(3, snapshot.Jobs.Count);
        Assert.DoesNotContain("1A000000-0000-4000-8000-000000000002", snapshot.Jobs.Select(job => job.Uuid));
        Assert.Equal(PiwsProblemKind.JobTooLarge, Assert.Single(snapshot.Problems).Kind);
        Assert.True(snapshot.IsComplete);
    }

    [Theory]
    [InlineData("", PiwsDefect.NotXml)]
    [InlineData("\0\u0001garbage", PiwsDefect.NotXml)]
    [InlineData("{\"JobQueueSnapshot\":{}}", PiwsDefect.NotXml)]
    [InlineData("<!DOCTYPE html><html><body>Sign in</body></html>", PiwsDefect.NotXml)]
    [InlineData("<html><body>Sign in</body></html>", PiwsDefect.NotAJobQueue)]
    [InlineData("<JobQueueSnapshot><Jobs></Job></JobQueueSnapshot>", PiwsDefect.NotWellFormed)]
    [InlineData("<JobQueueSnapshot><a>&unknown;</a></JobQueueSnapshot>", PiwsDefect.NotWellFormed)]
    public void Something_else_is_called_what_it_is(string document, PiwsDefect defect)
    {
        var snapshot = Parse(document);
        Assert.Equal(defect, snapshot.Defect);
        Assert.Empty(snapshot.Jobs);
    }

    [Theory]
    [InlineData("utf-16", "The bytes are none of it")]
    [InlineData("utf-7", "+ADw-script+AD4-")]
    [InlineData("no-such-charset", "Grundriss")]
    [InlineData("us-ascii\" standalone=\"maybe", "Grundriss")]
    public void A_document_that_lies_about_its_characters_is_refused(string encoding, string name)
    {
        var snapshot = Parse($"<?xml version=\"1.0\" encoding=\"{encoding}\"?>{Job(name)}");
        Assert.True(snapshot.Defect is PiwsDefect.NotXml or PiwsDefect.NotWellFormed, $"{snapshot.Defect}");
        Assert.Empty(snapshot.Jobs);
    }

    [Fact]
    public void Letters_are_read_in_the_character_set_that_the_document_names()
    {
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Latin1, Encoding.Unicode, Encoding.BigEndianUnicode, new UTF8Encoding(true) })
        {
            var document = $"<?xml version=\"1.0\" encoding=\"{encoding.WebName}\"?>{Job("Grundriß Süd")}";
            var snapshot = Parser.Parse((byte[])[.. encoding.GetPreamble(), .. encoding.GetBytes(document)]);
            Assert.Null(snapshot.Defect);
            Assert.Equal("Grundriß Süd", Assert.Single(snapshot.Jobs).JobName);
        }
    }

    [Fact]
    public void A_job_whose_letters_are_broken_ends_the_reading_and_those_before_it_are_kept()
    {
        var at = Fixture.JobQueue.AsSpan().LastIndexOf("<JobName>"u8) + "<JobName>"u8.Length;
        byte[] document = [.. Fixture.JobQueue[..at], 0xFC, .. Fixture.JobQueue[at..]];
        var snapshot = Parser.Parse(document);
        Assert.Equal(PiwsDefect.NotWellFormed, snapshot.Defect);
        Assert.Equal(Parser.Parse(Fixture.JobQueue).Jobs.Count - 1, snapshot.Jobs.Count);
    }

    [Fact]
    public void No_damaged_byte_makes_the_parser_throw()
    {
        Gen.Select(Gen.Int[0, Fixture.JobQueue.Length - 1], Gen.Byte).Array[1, 20].Sample(
            damage =>
            {
                var document = Fixture.JobQueue.ToArray();
                foreach (var (at, value) in damage)
                    document[at] = value;
                Assert.True(Parser.Parse(document).Jobs.Count <= 5);
            },
            iter: 2000);
    }

    [Fact]
    public void No_random_bytes_make_the_parser_throw()
    {
        Gen.Byte.Array[0, 300].Sample(document => Assert.Empty(Parser.Parse(document).Jobs), iter: 5000);
    }

    private static string Job(string name) =>
        $"<JobQueueSnapshot><ModificationNumber>1</ModificationNumber><Jobs><Job><Job2DPrint><UUID>2a000000-0000-4000-8000-000000000002</UUID><Settings><JobName>{name}</JobName></Settings></Job2DPrint></Job></Jobs></JobQueueSnapshot>";

    private static PiwsJobQueueSnapshot Parse(string document) => Parser.Parse(Encoding.UTF8.GetBytes(document));

    private static int Count(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word)
    {
        var count = 0;
        for (int at; (at = text.IndexOf(word)) >= 0; text = text[(at + word.Length)..])
            count++;
        return count;
    }
}
