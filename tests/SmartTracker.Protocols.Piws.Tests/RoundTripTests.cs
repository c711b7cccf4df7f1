using System.Globalization;
using System.Xml.Linq;
using CsCheck;
using SmartTracker.Protocols.Piws.Jobs;

namespace SmartTracker.Protocols.Piws.Tests;

/// <summary>What a device writes is what we read, for jobs of any content.</summary>
public sealed class RoundTripTests
{
    private static readonly XNamespace Piws = "http://www.hp.com/schemas/piws/v2_0";

    private static readonly Gen<string?> Name = Gen.OneOf(Gen.Const((string?)null), Gen.Char[" !äß€<>&\"']]日x0"].Array[1, 30]
        .Select(letters => new string(letters).Trim() is { Length: > 0 } name ? name : null));

    private static readonly Gen<DateTimeOffset?> Time = Gen.OneOf(
        Gen.Const((DateTimeOffset?)null), Gen.Long[1, 4_000_000_000].Select(seconds => (DateTimeOffset?)DateTimeOffset.FromUnixTimeSeconds(seconds)));

    private static readonly Gen<PiwsQuantity> Amount = Gen.Long[0, 10_000_000_000].Select(
        millionths => new PiwsQuantity((millionths / 1_000_000m).ToString("0.000000", CultureInfo.InvariantCulture), millionths / 1_000_000m, null));

    private static readonly Gen<PiwsPage> Page = Gen.Select(Amount, Amount, Gen.Int[0, 3], Gen.Int[0, 900].Nullable(), Name, (width, height, quarter, printed, media) => new PiwsPage
    {
        Width = width with { Unit = "in" },
        Height = height with { Unit = "in" },
        Rotation = quarter * 90,
        NumberOfPrintedCopies = printed,
        MediaType = media,
    });

    private static readonly Gen<PiwsJob> Job = Gen.Select(
        Gen.Select(Gen.Guid, Name, Name, Gen.Long[0, long.MaxValue].Nullable()),
        Gen.Select(Time, Time),
        Page.List[0, 4],
        Gen.Select(Name, Amount, Amount).Select(x => new PiwsMediaConsumption(x.Item1, null, x.Item2, x.Item3)).List[0, 3],
        Gen.Select(Gen.Int[0, 2].Select(index => (string?)new[] { "C", "M", "PK" }[index]), Amount).Select(x => new PiwsInkConsumption(x.Item1, x.Item2)).List[0, 3],
        (names, times, pages, media, ink) => new PiwsJob
        {
            Uuid = names.Item1.ToString(),
            UserName = names.Item2,
            JobName = names.Item3,
            ModificationNumber = names.Item4,
            SubmissionTimestamp = times.Item1,
            CompletionTimestamp = times.Item2,
            Pages = pages,
            Media = media,
            Ink = ink,
        });

    [Fact]
    public void Written_jobs_are_read_as_they_were()
    {
        Job.List[0, 5].Sample(
            jobs =>
            {
                var snapshot = new PiwsJobQueueParser().Parse(Write(jobs));
                Assert.True(snapshot.IsComplete, snapshot.DefectDetail);
                Assert.Empty(snapshot.Problems);
                Assert.Equivalent(jobs, snapshot.Jobs, strict: true);
            },
            iter: 300);
    }

    private static byte[] Write(List<PiwsJob> jobs)
    {
        using var stream = new MemoryStream();
        new XDocument(new XElement(Piws + "JobQueueSnapshot", new XElement(Piws + "Jobs", jobs.Select(job => new XElement(Piws + "Job", Element(job)))))).Save(stream);
        return stream.ToArray();
    }

    private static XElement Element(PiwsJob job) => new(
        Piws + "Job2DPrint",
        Text("ModificationNumber", job.ModificationNumber?.ToString(CultureInfo.InvariantCulture)),
        Text("UUID", job.Uuid),
        Node("Settings", Text("UserName", job.UserName), Text("JobName", job.JobName)),
        Node("Pages", job.Pages.Select(Element)),
        Node(
            "Accounting",
            Moment("SubmissionTimestamp", job.SubmissionTimestamp),
            Moment("CompletionTimestamp", job.CompletionTimestamp),
            Node("MediaCollectionConsumption", job.Media.Select(media => Node(
                "MediaConsumption", Text("PaperId", media.PaperId), Text("SquareAmount", media.SquareAmount!.Raw), Text("LinearAmount", media.LinearAmount!.Raw)))),
            Node("InkCollectionConsumption", job.Ink.Select(ink => Node("InkConsumption", Text("InkName", ink.InkName), Text("Amount", ink.Amount!.Raw))))));

    private static XElement Element(PiwsPage page) => Node(
        "Page",
        Node(
            "Settings",
            Node("PageSize", Size("Width", page.Width!), Size("Height", page.Height!)),
            Text("Rotation", page.Rotation?.ToString(CultureInfo.InvariantCulture)),
            Text("MediaType", page.MediaType)),
        Node("Progress", page.NumberOfPrintedCopies is { } copies ? Text("NumberOfPrintedCopies", copies.ToString(CultureInfo.InvariantCulture)) : null));

    private static XElement Size(string name, PiwsQuantity size) => Node(name, Text("Value", size.Raw), Text("Unit", size.Unit));

    private static XElement Moment(string name, DateTimeOffset? moment) =>
        Text(name, (moment ?? DateTimeOffset.UnixEpoch).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    private static XElement Text(string name, string? text) => new(Piws + name, text ?? "");

    private static XElement Node(string name, params object?[] content) => new(Piws + name, content);
}
