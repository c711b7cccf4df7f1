using SmartTracker.PrinterSimulator;
using SmartTracker.PrinterSimulator.Plan;

namespace SmartTracker.PrinterReaders.Tests;

/// <summary>The reader and a simulated printer over TLS.</summary>
public sealed class CollectionTests
{
    [Fact]
    public async Task The_first_contact_shows_identity_and_certificate_and_sends_no_password()
    {
        await using var printer = await Make.PrinterAsync();
        var contact = await Make.Reader.ReadIdentityAsync(printer.Connection() with { Password = "secret" }, CancellationToken.None);
        Assert.Null(contact.Failure);
        Assert.Equal((printer.Plan.SerialNumber, printer.Plan.Model, printer.Plan.Firmware), (contact.Identity!.SerialNumber, contact.Identity.Model, contact.Identity.Firmware));
        Assert.Equal(914_000, contact.Identity.MaximumMediaWidth!.Value);
        Assert.Equal(64, contact.Certificate!.Key.Length);
        Assert.True(contact.Certificate is { SelfSigned: true, TrustedByHost: false });
        Assert.Equal($"CN={printer.Plan.SerialNumber}", contact.Certificate.Subject);
        Assert.Equal(PasswordState.NotTried, contact.Password);
        Assert.DoesNotContain(printer.Requests, request => request.WithPassword);
    }

    [Fact]
    public async Task A_pinned_printer_takes_its_password()
    {
        await using var printer = await Make.PrinterAsync();
        var contact = await Make.Reader.ReadIdentityAsync(await printer.PinnedAsync(), CancellationToken.None);
        Assert.Equal(PasswordState.Accepted, contact.Password);
        Assert.Null(contact.Failure);
    }

    [Fact]
    public async Task A_wrong_password_is_tried_once_and_named()
    {
        await using var printer = await Make.PrinterAsync();
        var contact = await Make.Reader.ReadIdentityAsync(await printer.PinnedAsync() with { Password = "wrong" }, CancellationToken.None);
        Assert.Equal(PasswordState.Refused, contact.Password);
        Assert.Equal(ReaderFailureCode.PasswordRefused, contact.Failure!.Code);
        Assert.NotNull(contact.Identity);
        Assert.Single(printer.Requests, request => request.WithPassword);
    }

    [Fact]
    public async Task The_first_collection_brings_every_job_with_its_figures()
    {
        await using var printer = await Make.PrinterAsync();
        var fetch = await (await printer.PinnedAsync()).FetchAsync();
        Assert.Null(fetch.Failure);
        Assert.Equal(3, fetch.Answers.Count);
        Assert.All(fetch.Answers, answer => Assert.True(answer is { IsWhole: true, Status: 200 }));

        var observation = fetch.Observation();
        Assert.True(observation.IsComplete);
        Assert.Empty(observation.Problems);
        Assert.Equal(printer.Plan.SerialNumber, observation.Identity!.SerialNumber);
        Assert.Equal(printer.Plan.Jobs.Select(job => job.Uuid), observation.Jobs.Select(job => Guid.Parse(job.DeviceJobId)));
        foreach (var (planned, job) in printer.Plan.Jobs.Zip(observation.Jobs).Where(pair => pair.First.Media is { SquareInches: > 0 }))
        {
            Assert.Equal((planned.PrintedPages, planned.PrintedCopies, planned.JobName), (job.Impressions, job.CopiesPrinted, job.JobName));
            Assert.Equal(planned.CompletedAt, job.CompletedAt);
            Assert.Equal((long)Math.Round(planned.Media!.SquareInches * 645.16m, 0, MidpointRounding.AwayFromZero), job.MediaArea!.Value);
            Assert.Contains(job.MediaWidth, new long?[] { 610_000, 914_000 });
            Assert.Equal(planned.InkCubicCentimetres!.ToDictionary(ink => ink.Key, ink => (long)(ink.Value * 1_000_000)), job.Ink!.ToDictionary(ink => ink.Key, ink => ink.Value.Value));
            Assert.InRange(job.PageArea!.Value, 1, job.MediaArea.Value);
        }
    }

    [Fact]
    public async Task The_next_collection_brings_only_what_changed_and_a_reprint_raises_copies()
    {
        await using var printer = await Make.PrinterAsync();
        var connection = await printer.PinnedAsync();
        var first = (await connection.FetchAsync()).Observation();
        Assert.Empty((await connection.FetchAsync(first.NextCursor)).Observation().Jobs);

        var job = first.Jobs.First(job => job is { Status: JobObservationStatus.Completed, CopiesPrinted: > 0 });
        printer.Reprint(Guid.Parse(job.DeviceJobId), 2);
        var second = (await connection.FetchAsync(first.NextCursor)).Observation();
        var again = Assert.Single(second.Jobs);
        Assert.Equal((job.DeviceJobId, job.CopiesPrinted + 2), (again.DeviceJobId, again.CopiesPrinted));
        Assert.True(again.MediaArea!.Value > job.MediaArea!.Value);
        Assert.True(again.ModificationNumber > first.Coverage!.To);
        Assert.Equal(first.Coverage.To, second.Coverage!.From);
    }

    [Fact]
    public async Task A_restarted_printer_has_a_new_queue_which_is_found_and_read_from_the_beginning()
    {
        await using var printer = await Make.PrinterAsync();
        var connection = await printer.PinnedAsync();
        var first = (await connection.FetchAsync()).Observation();
        printer.Reboot();

        var fetch = await connection.FetchAsync(first.NextCursor);
        Assert.Null(fetch.Failure);
        var second = fetch.Observation();
        Assert.True(second.IsComplete);
        Assert.Equal((0, first.Jobs.Count), (second.Coverage!.From, second.Jobs.Count));
        Assert.NotEqual(first.Coverage!.Queue, second.Coverage.Queue);
        Assert.Equal($"{printer.Plan.QueueId}/{printer.Plan.ModificationNumber}", second.NextCursor);
    }

    [Fact]
    public async Task A_cursor_that_is_no_cursor_reads_everything()
    {
        await using var printer = await Make.PrinterAsync();
        var observation = (await printer.Connection().FetchAsync("../../x/1")).Observation();
        Assert.Equal(printer.Plan.Jobs.Count, observation.Jobs.Count);
    }

    [Fact]
    public async Task A_fleet_stored_as_JSON_starts_again_with_its_ports_keys_and_jobs()
    {
        var plan = FleetPlan.Create(3, Make.Options(jobs: 4, printers: 3));
        string stored;
        var keys = new List<string>();
        await using (var fleet = await SimulatedFleet.StartAsync(plan, TimeProvider.System, CancellationToken.None))
        {
            stored = System.Text.Json.JsonSerializer.Serialize(fleet.Plan);
            foreach (var printer in fleet.Printers)
                keys.Add((await printer.PinnedAsync()).PinnedKey!);
        }

        Assert.Equal(3, keys.Distinct().Count());
        var restored = System.Text.Json.JsonSerializer.Deserialize<FleetPlan>(stored)!;
        await using var again = await SimulatedFleet.StartAsync(restored, TimeProvider.System, CancellationToken.None);
        Assert.Equal(restored.Printers.Select(printer => printer.Port), again.Printers.Select(printer => printer.Plan.Port));
        foreach (var (printer, key) in again.Printers.Zip(keys))
        {
            var fetch = await (printer.Connection() with { PinnedKey = key }).FetchAsync();
            Assert.Null(fetch.Failure);
            Assert.Equal(7, fetch.Observation().Jobs.Count);
        }
    }

    [Theory]
    [MemberData(nameof(RecordedDocuments))]
    public async Task A_recorded_document_is_collected_over_TLS(string file, int jobs)
    {
        await using var printer = await Make.PrinterAsync();
        printer.RecordedJobList = file.Length == 0 ? Fixture.JobQueue : await File.ReadAllBytesAsync(file);
        var observation = (await (await printer.PinnedAsync()).FetchAsync()).Observation();
        Assert.True(observation.IsComplete);
        Assert.Equal(jobs, observation.Jobs.Count);
        Assert.Single(observation.Problems, problem => problem.Code == ObservationProblemCode.SubmittedAfterCompletion);
        Assert.Single(observation.Jobs, job => job.RawStatus == "Deleted/Cancelled" && job.Status == JobObservationStatus.Cancelled);
        Assert.All(observation.Jobs.Where(job => job.RawStatus == "Paused/OK"), job => Assert.Equal(JobObservationStatus.Pending, job.Status));
        Assert.All(observation.Jobs, job => Assert.Equal(32, job.MediaId?.Length ?? 32));
    }

    public static TheoryData<string, int> RecordedDocuments()
    {
        var documents = new TheoryData<string, int> { { "", 4 } };
        if (Fixture.Z9() is { } z9)
            documents.Add(z9, 6);
        return documents;
    }
}
