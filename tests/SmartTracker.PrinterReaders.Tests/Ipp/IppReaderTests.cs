using System.Net;
using Microsoft.Extensions.Time.Testing;
using SmartTracker.PrinterReaders.Ipp;
using SmartTracker.PrinterSimulator;
using SmartTracker.PrinterSimulator.Plan;

namespace SmartTracker.PrinterReaders.Tests.Ipp;

/// <summary>IPP over real sockets, with TLS and without.</summary>
public sealed class IppReaderTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 12, 14, 31, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("ipps")]
    [InlineData("ipp")]
    public async Task All_finished_jobs_are_read_as_they_were_printed(string scheme)
    {
        await using var printer = await PrinterAsync();
        var fetch = await Reader.FetchAsync(Connection(printer, scheme), null, CancellationToken.None);
        Assert.Null(fetch.Failure);
        Assert.Equal(scheme == "ipps", fetch.Certificate is not null);
        var observation = Reader.Interpret(fetch.Answers);
        Assert.True(observation.IsComplete);
        Assert.Equal((printer.Plan.SerialNumber, printer.Plan.Model, printer.Plan.Firmware), (observation.Identity!.SerialNumber, observation.Identity.Model, observation.Identity.Firmware));

        Assert.Equal(printer.Plan.Jobs.Count, observation.Jobs.Count);
        foreach (var plan in printer.Plan.Jobs)
        {
            var job = Assert.Single(observation.Jobs, job => job.DeviceJobId == $"{plan.Number}/{plan.Uuid}");
            Assert.Equal((plan.JobName, plan.SubmittedAt, plan.CompletedAt), (job.JobName, job.SubmittedAt, job.CompletedAt));
            Assert.Equal(plan.UserName.Length > 0 ? plan.UserName : "anonymous", job.UserName);
            Assert.Equal((plan.PrintedPages, plan.PrintedPages, plan.RequestedCopies), (job.Impressions, job.MediaSheets, job.CopiesRequested));
            Assert.Equal(plan.PrintedPages is null, job.PageArea is null);
            Assert.Equal(plan.PrintedPages > 0, job.MediaArea is { Value: > 0 });
            Assert.Null(job.Ink);
        }
    }

    [Fact]
    public async Task A_first_contact_shows_key_and_identity_and_that_jobs_are_given()
    {
        await using var printer = await PrinterAsync();
        var contact = await Reader.ReadIdentityAsync(Connection(printer), CancellationToken.None);
        Assert.Equal((printer.Plan.SerialNumber, PasswordState.NotNeeded, null), (contact.Identity!.SerialNumber, contact.Password, contact.Failure));
        Assert.Equal(64, contact.Certificate!.Key.Length);
        Assert.All(printer.Requests, request => Assert.False(request.WithPassword));
    }

    [Fact]
    public async Task An_old_printer_that_lists_numbers_only_is_asked_about_each_job()
    {
        await using var printer = await PrinterAsync(ipp => ipp with { ListsAttributes = false });
        var fetch = await Reader.FetchAsync(Connection(printer), null, CancellationToken.None);
        Assert.Equal(printer.Plan.Jobs.Count + 2, fetch.Answers.Count);
        var observation = Reader.Interpret(fetch.Answers);
        Assert.Equal(printer.Plan.Jobs.Select(job => job.JobName).Order(), observation.Jobs.Select(job => job.JobName).Order());
    }

    [Fact]
    public async Task After_a_reset_the_same_numbers_are_other_jobs()
    {
        await using var printer = await PrinterAsync(ipp => ipp with { GivesUuids = false });
        var first = Reader.Interpret((await Reader.FetchAsync(Connection(printer), null, CancellationToken.None)).Answers);
        _clock.Advance(TimeSpan.FromMinutes(5));
        printer.RestartNumbers(keepJobs: false);
        for (var i = 0; i < 3; i++)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            printer.Add(Job(_clock.GetUtcNow()));
        }

        _clock.Advance(TimeSpan.FromMinutes(5));
        var second = Reader.Interpret((await Reader.FetchAsync(Connection(printer), first.NextCursor, CancellationToken.None)).Answers);
        Assert.Equal(3, second.Jobs.Count);
        Assert.Empty(first.Jobs.Select(job => job.DeviceJobId).Intersect(second.Jobs.Select(job => job.DeviceJobId)));
        Assert.NotEqual(first.Coverage!.Queue, second.Coverage!.Queue);
    }

    [Fact]
    public async Task Another_key_stops_everything_before_a_request_is_sent()
    {
        await using var printer = await PrinterAsync();
        var connection = await PinnedAsync(printer);
        var before = printer.Requests.Count;
        await printer.SetFaultAsync(new SimulatorFault.NewKey());
        var fetch = await Reader.FetchAsync(connection, null, CancellationToken.None);
        Assert.Equal(ReaderFailureCode.KeyChanged, fetch.Failure!.Code);
        Assert.Equal(before, printer.Requests.Count);
    }

    [Fact]
    public async Task A_password_goes_over_TLS_to_the_pinned_key_and_nowhere_else()
    {
        await using var printer = await PrinterAsync();
        var pinned = await PinnedAsync(printer) with { Password = printer.Plan.AdminPassword + "-changed" };
        await printer.SetFaultAsync(new SimulatorFault.PasswordChanged());

        var plain = Connection(printer, "ipp") with { Password = pinned.Password };
        Assert.Equal(new ReaderFailure(ReaderFailureCode.EncryptionRequired, $"127.0.0.1:{printer.Plan.Port}"), (await Reader.FetchAsync(plain, null, CancellationToken.None)).Failure);
        Assert.Equal(ReaderFailureCode.PasswordRequired, (await Reader.FetchAsync(Connection(printer) with { Password = pinned.Password }, null, CancellationToken.None)).Failure!.Code);
        Assert.DoesNotContain(printer.Requests, request => request.WithPassword);

        Assert.Null((await Reader.FetchAsync(pinned, null, CancellationToken.None)).Failure);
        Assert.Equal(PasswordState.Accepted, (await Reader.ReadIdentityAsync(pinned, CancellationToken.None)).Password);
        var tried = printer.Requests.Count(request => request.WithPassword);
        Assert.Equal(PasswordState.Refused, (await Reader.ReadIdentityAsync(pinned with { Password = "wrong" }, CancellationToken.None)).Password);
        Assert.Equal(tried + 1, printer.Requests.Count(request => request.WithPassword));
    }

    public static TheoryData<string, ReaderFailureCode> Faults => new()
    {
        { nameof(SimulatorFault.ConnectionRefused), ReaderFailureCode.Absent },
        { nameof(SimulatorFault.CutAfter), ReaderFailureCode.HalfDocument },
        { nameof(SimulatorFault.HugeBody), ReaderFailureCode.TooLarge },
        { nameof(SimulatorFault.CompressedHugeBody), ReaderFailureCode.TooLarge },
        { nameof(SimulatorFault.Nonsense), ReaderFailureCode.Nonsense },
        { nameof(SimulatorFault.LoginPage), ReaderFailureCode.LoginPage },
        { "Redirect", ReaderFailureCode.Redirected },
        { nameof(SimulatorFault.SlowBytes), ReaderFailureCode.TimedOut },
    };

    [Theory, MemberData(nameof(Faults))]
    public async Task Each_fault_has_its_name_and_what_arrived_whole_is_kept(string fault, ReaderFailureCode code)
    {
        await using var printer = await PrinterAsync();
        await printer.SetFaultAsync(fault switch
        {
            nameof(SimulatorFault.ConnectionRefused) => new SimulatorFault.ConnectionRefused(),
            nameof(SimulatorFault.CutAfter) => new SimulatorFault.CutAfter(3000),
            nameof(SimulatorFault.HugeBody) => new SimulatorFault.HugeBody(40),
            nameof(SimulatorFault.CompressedHugeBody) => new SimulatorFault.CompressedHugeBody(40),
            nameof(SimulatorFault.Nonsense) => new SimulatorFault.Nonsense(),
            nameof(SimulatorFault.SlowBytes) => new SimulatorFault.SlowBytes(TimeSpan.FromMilliseconds(20)),
            _ => new SimulatorFault.LoginPage(Redirect: fault == "Redirect"),
        });
        // Real time: the deadline must pass by itself.
        var reader = new IppReader(TimeProvider.System);
        var connection = Connection(printer) with { MaximumBytes = 1024 * 1024, Deadline = TimeSpan.FromSeconds(fault == nameof(SimulatorFault.SlowBytes) ? 1.5 : 30) };
        var fetch = await reader.FetchAsync(connection, null, CancellationToken.None);
        var observation = reader.Interpret(fetch.Answers);
        Assert.Equal(code, (fetch.Failure ?? observation.Failure)!.Code);
        Assert.False(observation.IsComplete);
        Assert.Null(observation.NextCursor);
        Assert.Equal(fault is nameof(SimulatorFault.CutAfter) or nameof(SimulatorFault.HugeBody) or nameof(SimulatorFault.CompressedHugeBody), observation.Jobs.Count > 0);
    }

    [Fact]
    public async Task An_address_that_is_not_allowed_gets_no_connection()
    {
        await using var printer = await PrinterAsync();
        foreach (var address in new[] { printer.Address, new Uri($"ipp://localhost:{printer.Plan.Port}/ipp/print") })
        {
            var fetch = await Reader.FetchAsync(Connection(printer) with { Address = address, Allows = _ => false }, null, CancellationToken.None);
            Assert.Equal(ReaderFailureCode.NotAllowed, fetch.Failure!.Code);
        }

        Assert.Empty(printer.Requests);
    }

    private IppReader Reader => new(_clock);

    private async Task<SimulatedPrinter> PrinterAsync(Func<IppPlan, IppPlan>? change = null)
    {
        var options = Make.Options();
        options = options with { Printers = [options.Printers[0] with { SpeaksIpp = true }] };
        var printer = await SimulatedPrinter.StartAsync(FleetPlan.Create(1, options).Printers[0], _clock, CancellationToken.None);
        printer.Change(change ?? (ipp => ipp));
        return printer;
    }

    private static PrinterConnection Connection(SimulatedPrinter printer, string scheme = "ipps") => new()
    {
        Address = new Uri($"{scheme}://127.0.0.1:{printer.Plan.Port}/ipp/print"),
        Allows = endpoint => endpoint.Address.Equals(IPAddress.Loopback) && endpoint.Port == printer.Plan.Port,
        Deadline = TimeSpan.FromSeconds(30),
    };

    private async Task<PrinterConnection> PinnedAsync(SimulatedPrinter printer) =>
        Connection(printer) with { PinnedKey = (await Reader.ReadIdentityAsync(Connection(printer), CancellationToken.None)).Certificate!.Key };

    private static JobPlan Job(DateTimeOffset at) => new()
    {
        Uuid = Guid.CreateVersion7(),
        JobUuid = Guid.CreateVersion7(),
        ModificationNumber = 0,
        UserName = "a.brandt",
        JobName = "Plan.pdf",
        JobStatus = "Completed",
        CompletionStatus = "OK",
        RequestedCopies = 1,
        SubmittedAt = at,
        ArrivedAt = at,
        PrintingAt = at,
        CompletedAt = at.AddSeconds(20),
        PrintedPages = 1,
        Pages = [],
    };
}
