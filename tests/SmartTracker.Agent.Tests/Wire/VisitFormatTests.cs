using System.IO.Compression;
using System.Text;
using CsCheck;
using SmartTracker.Protocols.Agent.Visits;

namespace SmartTracker.Agent.Tests.Wire;

public sealed class VisitFormatTests
{
    private static readonly Gen<VisitFetch> Fetches =
        from protocol in Gen.OneOf(Gen.Const("piws"), Gen.Const("ipp"), Gen.Const("snmp"))
        from answers in Gen.Select(Gen.String[Gen.Char.AlphaNumeric, 0, 20], Gen.Byte.Array[0, 400], Gen.Int[100, 599], Gen.Bool).List[0, 5]
        from failure in Gen.OneOf(Gen.Const((VisitFailure?)null), Gen.Const((VisitFailure?)new VisitFailure("TimedOut", ["60"])))
        select new VisitFetch(
            protocol, [.. answers.Select(answer => new VisitAnswer("/" + answer.Item1, Make.Noon, answer.Item3, answer.Item4 ? "text/xml" : null, answer.Item4, answer.Item2))], null, failure);

    [Fact]
    public void What_is_packed_comes_out_as_it_was() => Gen.Select(Fetches, Fetches.List[0, 3], Gen.String).Sample((jobs, states, cursor) =>
    {
        var visit = Make.Visit(cursor: cursor) with { Jobs = jobs, States = states };
        var unpacked = Make.UnpackAsync(Make.PackAsync(visit).Result).Result;
        Assert.Equal((visit.Id, visit.PrinterId, visit.Address, visit.StartedAt, visit.After), (unpacked.Id, unpacked.PrinterId, unpacked.Address, unpacked.StartedAt, unpacked.After));
        Assert.Equal(Told(visit), Told(unpacked));
    }, iter: 200);

    [Fact]
    public async Task A_visit_that_broke_off_anywhere_is_none()
    {
        var packed = await Make.PackAsync(Make.Visit(body: "<jobs><job>1</job></jobs>"));
        for (var length = 0; length < packed.Length; length++)
            await Assert.ThrowsAsync<VisitFormatException>(() => Make.UnpackAsync(packed[..length]));
    }

    [Fact]
    public async Task A_visit_with_one_wrong_byte_is_never_taken_for_another_one()
    {
        var visit = Make.Visit(body: "<jobs><job>1</job></jobs>");
        var packed = await Make.PackAsync(visit);
        for (var at = 0; at < packed.Length; at++)
        {
            var damaged = packed.ToArray();
            damaged[at] ^= 0x10;
            // Some bytes of gzip's head mean nothing.
            if (await Record.ExceptionAsync(() => Make.UnpackAsync(damaged)) is { } exception)
                Assert.IsType<VisitFormatException>(exception);
            else
                Assert.Equal(Told(visit), Told(await Make.UnpackAsync(damaged)));
        }
    }

    [Fact]
    public async Task What_unpacks_to_more_than_the_limit_is_refused_before_it_is_read()
    {
        var packed = await Make.PackAsync(Make.Visit(body: new string('a', 4_000_000)));
        Assert.True(packed.Length < 50_000);
        await Assert.ThrowsAsync<VisitFormatException>(() => Make.UnpackAsync(packed, new VisitLimits(10_000, 1_000_000)));
        await Assert.ThrowsAsync<VisitFormatException>(() => Make.PackAsync(Make.Visit(cursor: new string('c', 5_000_000))));
    }

    [Theory]
    [InlineData("https://elsewhere.example/jobs")]
    [InlineData("//elsewhere.example/jobs")]
    [InlineData("/jobs\\..\\other")]
    [InlineData("/jobs\n")]
    [InlineData("")]
    public async Task An_answer_cannot_name_another_host(string path)
    {
        var visit = Make.Visit();
        var named = visit with { Jobs = visit.Jobs with { Answers = [visit.Jobs.Answers[0] with { Path = path }] } };
        var packed = await Make.PackAsync(named);
        await Assert.ThrowsAsync<VisitFormatException>(() => Make.UnpackAsync(packed));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("nonsense")]
    [InlineData("""{"version":2,"id":"0199b0a4-1f2e-7c3d-9a41-5d0c3c6e8b11","printerId":"0199b0a4-1f2e-7c3d-9a41-5d0c3c6e8b11","address":"https://a/","startedAt":"2026-11-20T12:00:00Z","jobs":{"protocol":"piws","answers":[],"certificate":null,"failure":null},"states":[],"after":{"cursor":null,"address":"https://a/","pinnedKey":null,"pausedBecause":null}}""")]
    [InlineData("""{"version":1,"id":"0199b0a4-1f2e-7c3d-9a41-5d0c3c6e8b11","printerId":"0199b0a4-1f2e-7c3d-9a41-5d0c3c6e8b11","address":"a","startedAt":"2026-11-20T12:00:00Z","jobs":{"protocol":"piws","answers":[],"certificate":null,"failure":null},"states":[],"after":{"cursor":null,"address":"https://a/","pinnedKey":null,"pausedBecause":null}}""")]
    [InlineData("""{"version":1,"id":"0199b0a4-1f2e-7c3d-9a41-5d0c3c6e8b11","printerId":"0199b0a4-1f2e-7c3d-9a41-5d0c3c6e8b11","address":"https://a/","startedAt":"2026-11-20T12:00:00Z","jobs":{"protocol":"piws","answers":[null],"certificate":null,"failure":null},"states":[],"after":{"cursor":null,"address":"https://a/","pinnedKey":null,"pausedBecause":null}}""")]
    [InlineData("""{"version":1,"id":"0199b0a4-1f2e-7c3d-9a41-5d0c3c6e8b11","printerId":"0199b0a4-1f2e-7c3d-9a41-5d0c3c6e8b11","address":"https://a/","startedAt":"2026-11-20T12:00:00Z","jobs":{"protocol":"piws","answers":[{"path":"/a","receivedAt":"2026-11-20T12:00:00Z","status":200,"contentType":null,"isWhole":true,"length":-1}],"certificate":null,"failure":null},"states":[],"after":{"cursor":null,"address":"https://a/","pinnedKey":null,"pausedBecause":null}}""")]
    [InlineData("""{"version":1,"id":"0199b0a4-1f2e-7c3d-9a41-5d0c3c6e8b11","printerId":"0199b0a4-1f2e-7c3d-9a41-5d0c3c6e8b11","address":"https://a/","startedAt":"2026-11-20T12:00:00Z","jobs":null,"states":[],"after":null}""")]
    public async Task A_first_line_that_is_none_is_refused(string line)
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"));
        await Assert.ThrowsAsync<VisitFormatException>(() => Make.UnpackAsync(packed.ToArray()));
    }

    [Fact]
    public async Task Nothing_may_follow_a_visit()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await using var whole = new GZipStream(new MemoryStream(await Make.PackAsync(Make.Visit())), CompressionMode.Decompress);
            await whole.CopyToAsync(gzip);
            await gzip.WriteAsync("more"u8.ToArray());
        }

        await Assert.ThrowsAsync<VisitFormatException>(() => Make.UnpackAsync(packed.ToArray()));
    }

    private static string Told(AgentVisit visit) => string.Join('\n', visit.States.Prepend(visit.Jobs).Select(fetch =>
        $"{fetch.Protocol} {fetch.Failure?.Code} {string.Join(' ', fetch.Answers.Select(answer => $"{answer.Path} {answer.Status} {answer.ContentType} {answer.IsWhole} {Convert.ToHexString(answer.Body)}"))}"));
}
