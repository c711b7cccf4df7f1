using System.Net;
using System.Text;
using System.Text.Json;
using SmartTracker.PrinterReaders.Names;
using SmartTracker.PrinterReaders.State;

namespace SmartTracker.PrinterReaders.Tests.Names;

/// <summary>What must be true of answers after names were taken out of them.</summary>
internal static class Withheld
{
    private const int ShortestTelling = 5;

    public static readonly byte[] Key = [.. Enumerable.Range(1, Pseudonym.KeyLength).Select(number => (byte)number)];

    public static IReadOnlyList<NamePrivacy> Ways { get; } =
    [
        Of(NameHandling.Pseudonymise, NameHandling.Pseudonymise), Of(NameHandling.Drop, NameHandling.Drop), Of(NameHandling.Pseudonymise, NameHandling.Drop),
        Of(NameHandling.Collect, NameHandling.Drop), Of(NameHandling.Drop, NameHandling.Collect),
    ];

    public static NamePrivacy Of(NameHandling users, NameHandling jobs) => new(users, jobs, Key);

    public static IReadOnlyList<RawAnswer> Withhold(this IPrinterReader reader, IReadOnlyList<RawAnswer> answers, NamePrivacy privacy) =>
        new PrinterFetch(answers, null, null).Withhold(privacy, reader.Withhold).Answers;

    /// <summary>The same jobs, cursor and coverage with other names; no name in any byte; and doing it again changes nothing.</summary>
    public static void SaysTheSame(IPrinterReader reader, IReadOnlyList<RawAnswer> answers)
    {
        var before = reader.Interpret(answers);
        foreach (var privacy in Ways)
        {
            var withheld = reader.Withhold(answers, privacy);
            var after = reader.Interpret(withheld);
            Assert.Equal(before.Jobs.Select(job => Json(Renamed(job, privacy, reader.Protocol == "ipp"))), after.Jobs.Select(Json));
            Assert.Equal((before.Identity, before.NextCursor, before.IsComplete), (after.Identity, after.NextCursor, after.IsComplete));
            Assert.Equal(before.Coverage, after.Coverage);
            Assert.Equal(before.Problems.Select(problem => (problem.DeviceJobId, problem.Element, problem.Code)), after.Problems.Select(problem => (problem.DeviceJobId, problem.Element, problem.Code)));
            IsNowhere(Names(before, privacy), withheld);
            Assert.Equal(withheld.Select(Text), reader.Withhold(withheld, privacy).Select(Text));
        }
    }

    public static void SaysTheSame(IPrinterStateReader reader, IReadOnlyList<RawAnswer> answers)
    {
        var before = reader.InterpretState(answers);
        foreach (var privacy in Ways)
        {
            var withheld = new PrinterFetch(answers, null, null).Withhold(privacy, reader.Withhold).Answers;
            Assert.Equal(Json(before), Json(reader.InterpretState(withheld)));
            Assert.Equal(withheld.Select(Text), new PrinterFetch(withheld, null, null).Withhold(privacy, reader.Withhold).Answers.Select(Text));
        }
    }

    public static void IsNowhere(IEnumerable<string> names, IEnumerable<RawAnswer> answers)
    {
        foreach (var name in names)
        {
            foreach (var spelling in new[] { name, WebUtility.HtmlEncode(name), JsonEncodedText.Encode(name).ToString() }.Distinct())
            {
                foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.Latin1 })
                {
                    var bytes = encoding.GetBytes(spelling);
                    Assert.All(answers, answer => Assert.True(answer.Body.AsSpan().IndexOf(bytes) < 0, $"{name} stands in {answer.Path}."));
                }
            }
        }
    }

    private static IEnumerable<string> Names(PrinterObservation observation, NamePrivacy privacy) => observation.Jobs
        .SelectMany(job => new[] { privacy.Users == NameHandling.Collect ? null : job.UserName, privacy.Jobs == NameHandling.Collect ? null : job.JobName })
        .OfType<string>().Where(name => name.Length >= ShortestTelling && !WithheldName.Is(name)).Distinct();

    private static JobObservation Renamed(JobObservation job, NamePrivacy privacy, bool sourceIsComputer) => job with
    {
        UserName = privacy.OfUser(job.UserName),
        JobName = privacy.OfJob(job.JobName),
        Source = sourceIsComputer ? privacy.OfHost(job.Source) : job.Source,
    };

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);

    private static string Text(RawAnswer answer) => $"{answer.Path} {answer.ContentType} {answer.IsWhole} {Convert.ToHexString(answer.Body)}";
}
