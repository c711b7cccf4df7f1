using System.Text;
using System.Xml;
using CsCheck;
using SmartTracker.Protocols.Piws.Jobs;
using SmartTracker.Protocols.Piws.Xml;

namespace SmartTracker.Protocols.Piws.Tests;

/// <summary>The fast walk is never more tolerant than XmlReader and never says anything else.</summary>
public sealed class PlainXmlTests
{
    /// <summary>Pieces that a document may be made of, the hostile ones among them.</summary>
    private static readonly string[] Pieces =
    [
        "<a>", "</a>", "<a>", "</a>", "<b>", "</b>", "<b>", "</b>", "<a/>", "<b />", "<p:a>", "</p:a>", "<q:a>", "</q:a>", "<a:>", "<:a>", "<a b='1'>", "<a b='1'/>",
        "<1>", "<-a>", "<a-1.b>", "</a-1.b>", "</a >", "<ä>", "</ä>", "< a>", "<a\n>", "<>", "</>", "<", ">", "/", "&", ";", "x", "1.5", " ", "\n  ", "\t", "\r\n", "\r",
        "&lt;", "&gt;", "&amp;", "&quot;", "&apos;", "&#32;", "&#xA;", "&#0;", "&auml;", "&amp", "&lt;&amp;", "ä€日😀", "\uFFFE", "\uFFFD", "\u007F", "\u0085", "\u0001", "\0",
        "]]>", "]]", "<!--", "-->", "<!-- c -->", "<!-- -- -->", "<!---->", "<!--->", "<![CDATA[", "<![CDATA[ <x> ]]>", "<?pi?>", "<?pi", "?>", "<?xml version='1.0'?>", "<!DOCTYPE a>", "\uFEFF",
        new string('y', 5000), "<!--" + new string('z', 5000) + "-->",
    ];

    private static readonly string[] Beginnings =
    [
        "<r>", "<r>", "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<r>", "<?xml version='1.0'?><p:r xmlns='u' xmlns:p='u'>", "<p:r xmlns:p='u'>", "<!-- c --><r>", "<r a='>'>", "<r a='<'>", "<r\n>",
        "<?xml version='1.0' encoding='iso-8859-1'?><r>", "<?xml version='1.0' encoding='utf-16'?><r>", "<?xml version='1.1'?><r>", "<!DOCTYPE r><r>", "<r xml:space='preserve'>", "\uFEFF<r>", " <r>", "<r/>", "x<r>",
        "<r xmlns:p='u' xmlns:q='v'>", "<?pi?><r>", "",
    ];

    private static readonly string[] Endings = ["</r>", "</r>", "</p:r>", "</r>\n", "</r><!-- end -->", "</r>x", "</r >", ""];

    /// <summary>Most are good, so that what is odd about one stands alone.</summary>
    private static readonly Gen<string> Document = Gen.Select(
        Gen.Select(Gen.Int[0, 3], OneOf(Beginnings), OneOf(Endings)), Gen.OneOf(Element(Gen.Const("x")), Element(Gen.Const("1.5 ")), Element(OneOf(Pieces)), OneOf(Pieces)).List[0, 5],
        (around, middle) => around.Item1 == 0 ? around.Item2 + string.Concat(middle) + around.Item3 : $"<r>{string.Concat(middle)}</r>");

    public static TheoryData<string> FromPrinters => [Fixture.OwnPath, .. Fixture.RecordedJobQueues()];

    private static Gen<string> Element(Gen<string> content) => Gen.Select(OneOf("a", "b", "a-1.b"), content, content, (name, text, more) => $"<{name}>{text}<a>{more}</a></{name}>");

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    [Fact]
    public void Whatever_a_document_is_made_of_it_says_what_XmlReader_says()
    {
        var (plain, refused) = (0, 0);
        Document.Sample(document => Interlocked.Increment(ref IsSame(Encoding.UTF8.GetBytes(document)) ? ref plain : ref refused), iter: 20_000);
        // Neither side is tested by documents that all end on the other.
        Assert.InRange(plain, 500, int.MaxValue);
        Assert.InRange(refused, 500, int.MaxValue);
    }

    [Fact]
    public void Whatever_happens_to_its_bytes_it_says_what_XmlReader_says() =>
        Gen.Select(Gen.Int[0, Fixture.JobQueue.Length - 1], Gen.OneOf(Gen.Byte, OneOf("<>/&;!-]' \r\n\tap:"u8.ToArray()))).Array[1, 3].Sample(
            damage =>
            {
                var document = Fixture.JobQueue.ToArray();
                foreach (var (at, value) in damage)
                    document[at] = value;
                IsSame(document);
            },
            iter: 3000);

    [Theory, MemberData(nameof(FromPrinters))]
    public void What_printers_send_is_plain(string file) => Assert.True(IsSame(File.ReadAllBytes(file)));

    [Fact]
    public void A_part_may_lie_across_what_was_read_at_once()
    {
        foreach (var text in new[] { "x", "ä", "€", "😀", "&amp;", "]]", "</b><b>", "<!-- - -->" })
        {
            for (var offset = 0; offset < 12; offset++)
                Assert.True(IsSame(Encoding.UTF8.GetBytes($"<r><a>{new string('y', 64 * 1024 - 20 + offset)}</a><b>{text}</b></r>")), $"{text} at {offset}");
        }
    }

    [Fact]
    public void Both_ways_of_reading_find_the_same_jobs_and_the_same_faults() =>
        Gen.Select(Gen.Int[0, Fixture.JobQueue.Length - 1], Gen.Byte).Array[0, 2].Sample(
            damage =>
            {
                var document = Fixture.JobQueue.ToArray();
                foreach (var (at, value) in damage)
                    document[at] = value;
                using var stream = new OneWayStream(document);
                Assert.Equivalent(new PiwsJobQueueParser().Parse(stream), new PiwsJobQueueParser().Parse(document), strict: true);
            },
            iter: 1000);

    [Fact]
    public void Jobs_are_handed_over_while_the_document_is_still_being_read()
    {
        var job = Encoding.UTF8.GetString(Fixture.JobQueue).Split("<Jobs>")[1].Split("</Jobs>")[0];
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"<JobQueueSnapshot><Jobs>{string.Concat(Enumerable.Repeat(job, 100))}</Jobs></JobQueueSnapshot>"));
        var positions = new List<long>();
        var snapshot = new PiwsJobQueueParser().Parse(stream, _ => positions.Add(stream.Position));
        Assert.True(snapshot.IsComplete, snapshot.DefectDetail);
        Assert.Empty(snapshot.Jobs);
        Assert.Equal(400, positions.Count);
        Assert.InRange(positions[0], 1, 128 * 1024);
        Assert.InRange(positions[200], stream.Length / 2 - 128 * 1024, stream.Length / 2 + 128 * 1024);
    }

    [Fact]
    public void No_job_is_handed_over_twice_where_the_fast_walk_gives_up_in_the_middle()
    {
        var text = Encoding.UTF8.GetString(Fixture.JobQueue);
        var at = text.LastIndexOf("<Job2DPrint>", StringComparison.Ordinal);
        var jobs = new List<string>();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text.Insert(at + "<Job2DPrint>".Length, "<New a='1'/>").Insert(at, new string(' ', 200_000))));
        var snapshot = new PiwsJobQueueParser().Parse(stream, job => jobs.Add(job.Uuid));
        Assert.True(snapshot.IsComplete);
        Assert.Equal(4, jobs.Distinct().Count());
        Assert.Equal(4, jobs.Count);
    }

    /// <returns>False where the fast walk left the document to XmlReader; what it had said before must be right all the same.</returns>
    private static bool IsSame(byte[] document)
    {
        var (told, isPlain) = Parts<NotPlainXmlException>(() => PlainXmlWalk.Open(new MemoryStream(document), PiwsLimits.Default));
        var (expected, isGood) = Parts<XmlException>(() => new XmlReaderWalk(new MemoryStream(document), PiwsLimits.Default));
        Assert.Equal(isPlain ? expected : expected.Take(told.Count), told);
        Assert.True(isGood || !isPlain, "XmlReader refuses it.");
        return isPlain;
    }

    private static (List<string> Parts, bool ToTheEnd) Parts<TRefused>(Func<IXmlWalk> open)
        where TRefused : Exception
    {
        var parts = new List<string>();
        try
        {
            using var walk = open();
            while (walk.Read())
                parts.Add(walk.Part switch { XmlPart.Start => $"{walk.Depth} {walk.Name}", XmlPart.Text => "= " + walk.Text, _ => "." });
            return (parts, true);
        }
        catch (TRefused)
        {
            return (parts, false);
        }
    }

    /// <summary>Cannot go back, as a connection cannot.</summary>
    private sealed class OneWayStream(byte[] document) : MemoryStream(document)
    {
        public override bool CanSeek => false;
    }
}
