using System.Text;
using CsCheck;
using SmartTracker.Collection.Data;

namespace SmartTracker.Collection.Tests;

public class AnswerContentTests
{
    private const string List = "<Jobs><Timestamp>2026-10-06T09:10:11Z</Timestamp><Job>4711</Job></Jobs>";

    [Theory]
    [InlineData(List, "<Jobs><Timestamp>2027-01-31T23:59:59Z</Timestamp><Job>4711</Job></Jobs>", true)]
    [InlineData(List, "<Jobs><Timestamp>2026-10-06T09:10:11Z</Timestamp><Job>4712</Job></Jobs>", false)]
    [InlineData("at 2026-10-06T09:10:11.250Z", "at 2026-10-06T09:10:12.001Z", true)]
    [InlineData("2026-10-06", "2026-10-07", false)]
    [InlineData("\u0002\0\u000Fprinter-up-time\0\u0004\0\0\u0001\u0002!", "\u0002\0\u000Fprinter-up-time\0\u0004\0\0\u0009\u0007!", true)]
    [InlineData("job-printer-up-time\0\u0004abcd", "job-printer-up-time\0\u0004efgh", true)]
    [InlineData("printer-current-time\0\u000B12345678901x", "printer-current-time\0\u000B10987654321x", true)]
    [InlineData("printer-current-time\0\u000B12345678901x", "printer-current-time\0\u000B12345678901y", false)]
    [InlineData("printer-up-time\0\u0004ab", "printer-up-time\0\u0004cd", false)] // Cut off.
    public void An_answer_is_known_again_whatever_the_printers_clock_says(string one, string other, bool same) =>
        Assert.Equal(same, Digest(one).AsSpan().SequenceEqual(Digest(other)));

    [Fact]
    public void Any_bytes_have_a_digest_and_nothing_has_none()
    {
        Gen.Byte.Array[0, 200].Sample(body => AnswerContent.Digest([(200, body)])!.Length == 32);
        Assert.Null(AnswerContent.Digest([]));
        Assert.NotEqual(AnswerContent.Digest([(200, [1, 2]), (200, [3])]), AnswerContent.Digest([(200, [1]), (200, [2, 3])]));
    }

    private static byte[] Digest(string body) => AnswerContent.Digest([(200, Encoding.Latin1.GetBytes(body))])!;
}
