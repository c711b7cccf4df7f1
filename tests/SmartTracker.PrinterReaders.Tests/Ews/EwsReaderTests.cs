using System.Globalization;
using SmartTracker.PrinterReaders.Ews;
using SmartTracker.PrinterSimulator;
using SmartTracker.PrinterSimulator.Plan;

namespace SmartTracker.PrinterReaders.Tests.Ews;

/// <summary>The accounting of a simulated printer over TLS, as its page and its export, in several languages.</summary>
public sealed class EwsReaderTests
{
    private static readonly EwsReader Reader = new(TimeProvider.System);

    public static TheoryData<EwsLanguage, EwsExport?> Faces()
    {
        var faces = new TheoryData<EwsLanguage, EwsExport?>();
        foreach (var language in Enum.GetValues<EwsLanguage>())
            faces.Add(language, language == EwsLanguage.German ? EwsExport.Text : language == EwsLanguage.Russian ? null : language == EwsLanguage.Portuguese ? EwsExport.Html : EwsExport.Xlsx);
        faces.Add(EwsLanguage.English, EwsExport.Xls);
        return faces;
    }

    [Theory, MemberData(nameof(Faces))]
    public async Task Every_job_is_read_with_its_figures_in_the_printer_s_own_time(EwsLanguage language, EwsExport? export)
    {
        await using var printer = await PrinterAsync(new EwsPlan { Language = language, Export = export, SpeaksPiws = language != EwsLanguage.Russian });
        var fetch = await Reader.FetchAsync(Connection(printer), null, CancellationToken.None);
        Assert.Null(fetch.Failure);
        var observation = Reader.Interpret(fetch.Answers);
        Assert.True(observation.IsComplete, observation.Failure?.ToString());
        Assert.Empty(observation.Problems);
        Assert.Equal((printer.Plan.SerialNumber, printer.Plan.Model, printer.Plan.Firmware), (observation.Identity!.SerialNumber, observation.Identity.Model, observation.Identity.Firmware));

        var planned = Listed(printer);
        Assert.Equal(planned.Count, observation.Jobs.Count);
        foreach (var (plan, job) in planned.Zip(observation.Jobs))
        {
            Assert.Equal((plan.JobName, Known(plan.UserName), JobObservationKind.Print), (job.JobName, job.UserName, job.Kind));
            Assert.Equal(plan.CompletedAt!.Value.AddTicks(-(plan.CompletedAt.Value.Ticks % TimeSpan.TicksPerSecond)), job.CompletedAt);
            Assert.Equal(plan.CompletionStatus == "Cancelled" || plan.JobStatus == "Cancelled" ? JobObservationStatus.Cancelled : plan.JobStatus == "Aborted" ? JobObservationStatus.Failed : JobObservationStatus.Completed, job.Status);
            if (plan.Media is not { SquareInches: > 0 } media)
                continue;
            Assert.InRange(job.MediaArea!.Value, (media.SquareInches * 645.16m) - 100, (media.SquareInches * 645.16m) + 100);
            Assert.InRange(job.MediaWidth!.Value, 600_000, 1_100_000);
            Assert.Equal(plan.InkCubicCentimetres!.Keys.Order(), job.Ink!.Keys.Order());
            Assert.All(plan.InkCubicCentimetres, ink => Assert.InRange(job.Ink[ink.Key].Value, (long)(ink.Value * 1_000_000) - 5_001, (long)(ink.Value * 1_000_000) + 5_001));
        }
    }

    [Fact]
    public async Task The_same_list_again_says_the_same_and_only_new_jobs_are_new()
    {
        await using var printer = await PrinterAsync(new EwsPlan());
        var first = await ReadAsync(printer);
        var again = await ReadAsync(printer, first.NextCursor);
        Assert.Equal(first.Jobs.Select(job => job.DeviceJobId), again.Jobs.Select(job => job.DeviceJobId));
        Assert.Equal((first.Coverage!.To, first.Coverage.To + 1), (again.Coverage!.From, again.Coverage.To));

        printer.Add(Job(printer, new DateTimeOffset(2026, 11, 12, 14, 31, 7, TimeSpan.Zero)));
        var third = await ReadAsync(printer, again.NextCursor);
        Assert.Single(third.Jobs.Select(job => job.DeviceJobId).Except(first.Jobs.Select(job => job.DeviceJobId)));
    }

    [Fact]
    public async Task Names_that_are_withheld_or_released_make_no_job_another_one()
    {
        await using var printer = await PrinterAsync(new EwsPlan());
        var named = await ReadAsync(printer);
        printer.Change(ews => ews with { TellsNames = false, Language = EwsLanguage.German, Export = EwsExport.Text });
        var unnamed = await ReadAsync(printer, named.NextCursor);
        Assert.Equal(named.Jobs.Select(job => job.DeviceJobId), unnamed.Jobs.Select(job => job.DeviceJobId));
        Assert.All(unnamed.Jobs, job => Assert.True(job is { JobName: null, UserName: null }));
    }

    [Fact]
    public async Task A_list_that_rolled_over_says_that_something_may_be_missing()
    {
        await using var printer = await PrinterAsync(new EwsPlan { Remembers = 3 });
        var first = await ReadAsync(printer);
        Assert.Equal(3, first.Jobs.Count);
        for (var i = 0; i < 4; i++)
            printer.Add(Job(printer, new DateTimeOffset(2026, 11, 12, 14, 31 + i, 0, TimeSpan.Zero)));
        var second = await ReadAsync(printer, first.NextCursor);
        Assert.Equal(3, second.Jobs.Count);
        Assert.True(second.Coverage!.From > first.Coverage!.To, "Nothing tells that the list reaches back far enough.");
        var third = await ReadAsync(printer, second.NextCursor);
        Assert.Equal(second.Coverage.To, third.Coverage!.From);
    }

    [Fact]
    public async Task Ink_of_another_maker_is_unknown_and_not_zero()
    {
        await using var printer = await PrinterAsync(new EwsPlan { AlteredInk = ["C", "M", "Y", "K", "PK", "MK", "LC", "LM", "GY"] });
        var observation = await ReadAsync(printer);
        Assert.All(observation.Jobs, job => Assert.Null(job.Ink));
        Assert.Contains(observation.Jobs, job => job.MediaArea is not null);
    }

    [Fact]
    public async Task A_sleeping_printer_is_left_asleep()
    {
        await using var printer = await PrinterAsync(new EwsPlan { IsAsleep = true });
        var fetch = await Reader.FetchAsync(Connection(printer), null, CancellationToken.None);
        Assert.Equal(ReaderFailureCode.Asleep, (fetch.Failure ?? Reader.Interpret(fetch.Answers).Failure)!.Code);
        Assert.DoesNotContain(printer.Requests, request => request.Path.Contains("wakeup", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_printer_without_accounting_is_named_so()
    {
        await using var printer = await PrinterAsync(new EwsPlan { Export = null, HasPage = false });
        var contact = await Reader.ReadIdentityAsync(Connection(printer), CancellationToken.None);
        Assert.Equal(ReaderFailureCode.NotFound, contact.Failure!.Code);
        Assert.Equal(printer.Plan.SerialNumber, contact.Identity!.SerialNumber);
    }

    [Theory]
    [InlineData(PasswordScheme.Basic)]
    [InlineData(PasswordScheme.DigestMd5)]
    [InlineData(PasswordScheme.DigestSha256)]
    public async Task A_password_is_sent_as_the_printer_wants_it_and_a_wrong_one_once(PasswordScheme scheme)
    {
        await using var printer = await PrinterAsync(new EwsPlan(), scheme);
        var pinned = Connection(printer) with { PinnedKey = (await Reader.ReadIdentityAsync(Connection(printer), CancellationToken.None)).Certificate!.Key };
        await printer.SetFaultAsync(new SimulatorFault.PasswordChanged());
        var none = await Reader.FetchAsync(Connection(printer) with { Password = "secret" }, null, CancellationToken.None);
        Assert.Equal(ReaderFailureCode.PasswordRequired, none.Failure!.Code);
        Assert.DoesNotContain(printer.Requests, request => request.WithPassword);

        var wrong = await Reader.FetchAsync(pinned with { Password = "wrong" }, null, CancellationToken.None);
        Assert.Equal(ReaderFailureCode.PasswordRefused, wrong.Failure!.Code);
        Assert.Single(printer.Requests, request => request.WithPassword);

        var right = pinned with { Password = printer.Plan.AdminPassword + "-changed" };
        Assert.Null((await Reader.FetchAsync(right, null, CancellationToken.None)).Failure);
        Assert.Equal(PasswordState.Accepted, (await Reader.ReadIdentityAsync(right, CancellationToken.None)).Password);
    }

    [Fact]
    public async Task Nonces_that_run_out_are_no_refusal()
    {
        await using var printer = await PrinterAsync(new EwsPlan(), PasswordScheme.DigestSha256);
        var pinned = Connection(printer) with { PinnedKey = (await Reader.ReadIdentityAsync(Connection(printer), CancellationToken.None)).Certificate!.Key };
        await printer.SetFaultAsync(new SimulatorFault.NoncesRunOut());
        var contact = await Reader.ReadIdentityAsync(pinned with { Password = printer.Plan.AdminPassword }, CancellationToken.None);
        Assert.Equal((PasswordState.Accepted, null), (contact.Password, contact.Failure));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(700)]
    [InlineData(3_000)]
    public async Task Half_a_list_keeps_the_jobs_that_arrived_whole_and_the_mark_stays(int bytes)
    {
        await using var printer = await PrinterAsync(new EwsPlan { Export = EwsExport.Text });
        var first = await ReadAsync(printer);
        await printer.SetFaultAsync(new SimulatorFault.CutAfter(bytes));
        var fetch = await Reader.FetchAsync(Connection(printer), first.NextCursor, CancellationToken.None);
        Assert.Equal(ReaderFailureCode.HalfDocument, fetch.Failure!.Code);
        var half = Reader.Interpret(fetch.Answers);
        Assert.False(half.IsComplete);
        Assert.True(half.NextCursor is null || half.NextCursor == first.NextCursor);
        Assert.Empty(half.Jobs.Select(job => job.DeviceJobId).Except(first.Jobs.Select(job => job.DeviceJobId)));
        Assert.Equal(bytes > 0, half.Jobs.Count > 0);
    }

    private static async Task<PrinterObservation> ReadAsync(SimulatedPrinter printer, string? cursor = null)
    {
        var fetch = await Reader.FetchAsync(Connection(printer), cursor, CancellationToken.None);
        Assert.Null(fetch.Failure);
        var observation = Reader.Interpret(fetch.Answers);
        Assert.Null(observation.Failure);
        return observation;
    }

    private static Task<SimulatedPrinter> PrinterAsync(EwsPlan ews, PasswordScheme passwords = PasswordScheme.Basic) =>
        SimulatedPrinter.StartAsync(FleetPlan.Create(1, Make.Options()).Printers[0] with { Ews = ews, Passwords = passwords, Zone = "Europe/Berlin" }, TimeProvider.System, CancellationToken.None);

    private static PrinterConnection Connection(SimulatedPrinter printer) => printer.Connection() with { TimeZone = "Europe/Berlin" };

    private static List<JobPlan> Listed(SimulatedPrinter printer) =>
        [.. printer.Plan.Jobs.Where(job => job.JobStatus is "Completed" or "Deleted" or "Cancelled" or "Aborted" && job.CompletedAt is not null).OrderByDescending(job => job.CompletedAt).Take(printer.Plan.Ews!.Remembers)];

    private static JobPlan Job(SimulatedPrinter printer, DateTimeOffset at) => printer.Plan.Jobs.First(job => job.JobStatus == "Completed") with
    {
        Uuid = Guid.NewGuid(),
        JobName = at.ToString("O", CultureInfo.InvariantCulture),
        SubmittedAt = at,
        CompletedAt = at,
    };

    private static string? Known(string text) => text.Length > 0 ? text : null;
}
