using System.Text;
using SmartTracker.Protocols.Piws.Jobs;

namespace SmartTracker.Protocols.Piws.Tests;

public sealed class JobQueueParserTests
{
    private static readonly PiwsJobQueueSnapshot Snapshot = new PiwsJobQueueParser().Parse(Fixture.JobQueue);

    [Fact]
    public void A_whole_document_is_complete_and_without_problems()
    {
        Assert.True(Snapshot.IsComplete);
        Assert.Empty(Snapshot.Problems);
        Assert.Equal((44, 4, "Paused"), (Snapshot.ModificationNumber, Snapshot.NumberOfJobs, Snapshot.QueueStatus));
        Assert.Equal(new DateTimeOffset(2026, 10, 6, 9, 10, 11, TimeSpan.Zero), Snapshot.Timestamp);
        Assert.Equal(4, Snapshot.Jobs.Count);
    }

    [Fact]
    public void A_printed_job_has_everything_that_the_document_says()
    {
        var job = Snapshot.Jobs[0];
        Assert.Equal("1A000000-0000-4000-8000-000000000001", job.Uuid);
        Assert.Equal("2a000000-0000-4000-8000-000000000001", job.JobUuid);
        Assert.Equal("m.öhlmann", job.UserName);
        Assert.Equal("Lageplan & Schnitt <EG>.pdf", job.JobName);
        Assert.Equal("4711", job.Account);
        Assert.Equal("Application", job.Source);
        Assert.Equal((12, 2, 2, 4, 2), (job.ModificationNumber, job.RequestedCopies, job.NumberOfPagesPerCopy, job.NumberOfPrintedPages, job.NumberOfPrintedCopies));
        Assert.Equal(("Completed", "OK"), (job.JobStatus, job.CompletionStatus));
        Assert.Equal(new PiwsQuantity("33.110236", 33.110236m, "in"), job.Pages[0].Width);
        Assert.Equal((90, "Roll2", "5A1F0C6E2B7D4E9F8A3C1D0B6E7F2A94"), (job.Pages[1].Rotation, job.Pages[1].MediaSourceUsed, job.Pages[1].MediaType));
        Assert.Equal(new PiwsMediaConsumption("Plotterpapier 80 g", "Papierwerk", new("6006.000000", 6006m, null), new("143.000000", 143m, null)), Assert.Single(job.Media));
        Assert.Equal(["C", "M", "Y", "K"], job.Ink.Select(ink => ink.InkName));
        Assert.Equal(0.250001m, job.Ink[1].Amount!.Value);
        Assert.Equal(new DateTimeOffset(2026, 10, 5, 8, 4, 44, TimeSpan.Zero), job.CompletionTimestamp);
    }

    [Fact]
    public void The_start_of_1970_is_not_a_time()
    {
        var job = Snapshot.Jobs[2];
        Assert.Equal(("Paused", "OK"), (job.JobStatus, job.CompletionStatus));
        Assert.Null(job.SubmissionTimestamp);
        Assert.Null(job.CompletionTimestamp);
        Assert.Null(job.ArrivalTimestamp);
        Assert.Null(job.PrintingTimestamp);
    }

    [Fact]
    public void A_submission_after_the_completion_is_handed_on_as_it_is()
    {
        Assert.True(Snapshot.Jobs[1].SubmissionTimestamp > Snapshot.Jobs[1].CompletionTimestamp);
    }

    [Fact]
    public void Empty_elements_are_missing_and_not_zero()
    {
        Assert.Null(Snapshot.Jobs[1].UserName);
        Assert.Empty(Snapshot.Jobs[1].Ink);
        Assert.Empty(Snapshot.Jobs[2].Media);
    }

    [Theory]
    [InlineData("<RequestedCopies>two</RequestedCopies>", "<RequestedCopies>2</RequestedCopies>", PiwsProblemKind.NotANumber, "Settings/RequestedCopies", "two")]
    [InlineData("<CompletionTimestamp>yesterday</CompletionTimestamp>", "<CompletionTimestamp>2026-10-05T08:04:44Z</CompletionTimestamp>", PiwsProblemKind.NotATime, "Accounting/CompletionTimestamp", "yesterday")]
    [InlineData("<CompletionTimestamp>2026-10-05T08:04:44</CompletionTimestamp>", "<CompletionTimestamp>2026-10-05T08:04:44Z</CompletionTimestamp>", PiwsProblemKind.TimeWithoutZone, "Accounting/CompletionTimestamp", "2026-10-05T08:04:44")]
    [InlineData("<Rotation>9O</Rotation>", "<Rotation>90</Rotation>", PiwsProblemKind.NotANumber, "Pages/Page[2]/Settings/Rotation", "9O")]
    [InlineData("<Amount>0,412300</Amount>", "<Amount>0.412300</Amount>", PiwsProblemKind.NotANumber, "Accounting/InkCollectionConsumption/InkConsumption[1]/Amount", "0,412300")]
    public void A_value_that_is_not_understood_is_named_with_its_job_and_place(string broken, string original, PiwsProblemKind kind, string element, string raw)
    {
        var snapshot = Parse(Replace(original, broken));
        Assert.Equal(new PiwsProblem("1A000000-0000-4000-8000-000000000001", element, kind, raw), Assert.Single(snapshot.Problems));
        Assert.Equal(4, snapshot.Jobs.Count);
        Assert.True(snapshot.IsComplete);
    }

    [Fact]
    public void A_time_in_another_zone_is_the_same_moment()
    {
        var snapshot = Parse(Replace("2026-10-05T08:04:44Z", "2026-10-05T10:04:44.5+02:00"));
        Assert.Empty(snapshot.Problems);
        Assert.Equal(new DateTimeOffset(2026, 10, 5, 8, 4, 44, 500, TimeSpan.Zero), snapshot.Jobs[0].CompletionTimestamp);
    }

    [Fact]
    public void Unknown_elements_are_passed_over()
    {
        var snapshot = Parse(Replace("<Priority>0</Priority>", "<Priority>0</Priority><New a='1'><Deeper><UUID>other</UUID></Deeper>text</New>"));
        Assert.Equal(Snapshot.Jobs.Select(job => job.Uuid), snapshot.Jobs.Select(job => job.Uuid));
        Assert.Empty(snapshot.Problems);
    }

    [Fact]
    public void A_job_without_uuid_is_left_out_and_named()
    {
        var snapshot = Parse(Replace("<UUID>1A000000-0000-4000-8000-000000000003</UUID>", "<UUID></UUID>"));
        Assert.Equal(3, snapshot.Jobs.Count);
        Assert.Equal(PiwsProblemKind.NoUuid, Assert.Single(snapshot.Problems).Kind);
    }

    [Fact]
    public void A_name_longer_than_any_real_one_is_cut()
    {
        var snapshot = Parse(Replace("Wartet", new string('x', 5000)));
        Assert.Equal(PiwsLimits.Default.TextCharacters, snapshot.Jobs[2].JobName!.Length);
        var problem = Assert.Single(snapshot.Problems);
        Assert.Equal((PiwsProblemKind.TooLong, PiwsProblem.RawLength), (problem.Kind, problem.Raw!.Length));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_recorded_document_is_understood(string file, long modificationNumber, string[] states, string[] mediaTypes, int withoutCompletion)
    {
        var snapshot = new PiwsJobQueueParser().Parse(File.ReadAllBytes(file));
        Assert.True(snapshot.IsComplete);
        Assert.Empty(snapshot.Problems);
        Assert.Equal(modificationNumber, snapshot.ModificationNumber);
        Assert.Equal(snapshot.NumberOfJobs, snapshot.Jobs.Count);
        Assert.Equal(states, snapshot.Jobs.Select(job => $"{job.JobStatus}/{job.CompletionStatus}"));
        Assert.Equal(mediaTypes, snapshot.Jobs.SelectMany(job => job.Pages).Select(page => page.MediaType).Distinct());
        Assert.Equal(withoutCompletion, snapshot.Jobs.Count(job => job.CompletionTimestamp is null));
        Assert.Single(snapshot.Jobs, job => job.SubmissionTimestamp > job.CompletionTimestamp);
    }

    /// <summary>Ours, and what a real DesignJet Z9 answered where that lies at hand.</summary>
    public static TheoryData<string, long, string[], string[], int> Documents()
    {
        var documents = new TheoryData<string, long, string[], string[], int>
        {
            {
                Fixture.OwnPath, 44, ["Completed/OK", "Deleted/Cancelled", "Paused/OK", "Deleted/OK"],
                ["5A1F0C6E2B7D4E9F8A3C1D0B6E7F2A94", "0D94B7A6E15C4832BF60D3A89C27E4F1"], 1
            },
        };
        foreach (var file in Fixture.RecordedJobQueues())
            documents.Add(file, 56, ["Deleted/Cancelled", .. Enumerable.Repeat("Paused/OK", 5)], ["9E489F02AE027F9DD93191D872728C1D"], 5);
        return documents;
    }

    private static string Replace(string old, string fresh)
    {
        var text = Encoding.UTF8.GetString(Fixture.JobQueue);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The fixture has no {old}.");
        return text[..at] + fresh + text[(at + old.Length)..];
    }

    private static PiwsJobQueueSnapshot Parse(string document) => new PiwsJobQueueParser().Parse(Encoding.UTF8.GetBytes(document));
}
