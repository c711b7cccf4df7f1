using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SmartTracker.Agent.Files;
using SmartTracker.Agent.Outbox;
using SmartTracker.Agent.Running;
using SmartTracker.Agent.Visiting;
using SmartTracker.PrinterReaders;
using SmartTracker.Protocols.Agent;
using SmartTracker.Protocols.Agent.Plans;
using SmartTracker.TestHost;

namespace SmartTracker.Agent.Tests;

public sealed class RoundsTests : IAsyncLifetime
{
    private const int LooksBetweenTicks = 10;

    private readonly Folder _folder = new();
    private readonly FakeTimeProvider _time = new(Make.Noon);
    private readonly ScriptedReader _reader = new();
    private readonly AgentHealth _health = new();
    private readonly CancellationTokenSource _stop = new();
    private AgentFolder _agent = null!;
    private PlanBook _plans = null!;
    private VisitOutbox _outbox = null!;
    private Task _running = Task.CompletedTask;

    public async ValueTask InitializeAsync()
    {
        _agent = new AgentFolder(_folder.Path);
        _agent.Enrol(Settings(1), "sta_key");
        _plans = new PlanBook(_agent, _time);
        _outbox = await VisitOutbox.OpenAsync(_agent.Outbox, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Without_the_host_each_visit_goes_on_where_the_last_one_ended()
    {
        var printer = Make.Planned(everySeconds: 60);
        Plan(printer);
        Start();
        await VisitsAsync(1);
        await PassAsync(61);
        await VisitsAsync(2);
        await PassAsync(61);
        await VisitsAsync(3);
        Assert.Equal(["host/1", "local/1", "local/2"], _reader.Asked.Select(asked => asked.Cursor));
        // Remembered like the host would: the first key that was shown.
        Assert.Equal([null, "KEY", "KEY"], _reader.Asked.Select(asked => asked.Connection.PinnedKey));
    }

    [Fact]
    public async Task A_printer_that_was_taken_away_or_stopped_is_not_asked_any_more()
    {
        var (one, other) = (Make.Planned(everySeconds: 60), Make.Planned(everySeconds: 60));
        Plan(one, other);
        Start();
        await VisitsAsync(2);
        Plan(one with { IsStopped = true });
        for (var minute = 0; minute < 5; minute++)
            await PassAsync(61);
        Assert.Equal(2, _reader.Asked.Count);
        Plan(one);
        await PassAsync(61);
        await VisitsAsync(3);
    }

    [Theory]
    [InlineData(ReaderFailureCode.PasswordRefused)]
    [InlineData(ReaderFailureCode.KeyChanged)]
    public async Task What_a_person_has_to_look_at_is_not_tried_again_before_the_host_has_seen_it(ReaderFailureCode code)
    {
        _reader.Fails = _ => new ReaderFailure(code, "x", "y");
        Plan(Make.Planned(everySeconds: 60) with { PinnedKey = "KEY", Password = "secret" });
        Start();
        await VisitsAsync(1);
        for (var minute = 0; minute < 5; minute++)
            await PassAsync(61);
        Assert.Single(_reader.Asked);
        await _outbox.DeliveredAsync(_outbox.Waiting[0], CancellationToken.None);
        _outbox.Forget(_outbox.Settled());
        await PassAsync(61);
        await VisitsAsync(1);
        Assert.Equal(2, _reader.Asked.Count);
    }

    [Fact]
    public async Task What_a_person_changed_is_tried_at_once_and_nothing_else_is()
    {
        _reader.Fails = connection => connection.Password == "wrong" ? new ReaderFailure(ReaderFailureCode.PasswordRefused, "/jobs") : null;
        var printer = Make.Planned(everySeconds: 3600) with { Password = "wrong", PinnedKey = "KEY" };
        Plan(printer);
        Start();
        await VisitsAsync(1);
        await _outbox.DeliveredAsync(_outbox.Waiting[0], CancellationToken.None);
        Plan(printer with { IsStopped = true, Password = null });
        _outbox.Forget(_outbox.Settled());
        await PassAsync(2);
        Assert.Single(_reader.Asked);

        var changed = printer with { Password = "right" };
        await AskedOnceMoreAsync(() => Plan(changed));
        changed = changed with { AllowLegacyTls = true };
        await AskedOnceMoreAsync(() => Plan(changed));
        // Ticked off and on again.
        Plan();
        await PassAsync(2);
        await AskedOnceMoreAsync(() => Plan(changed));

        // A name, a cursor, the pace: no reason to ask again.
        Plan(changed with { Name = "Another", Cursor = "host/9", PinnedKey = "OTHER", EverySeconds = 1800 });
        await PassAsync(60);
        Assert.Equal(4, _reader.Asked.Count);
    }

    [Fact]
    public async Task A_password_goes_to_the_key_that_the_printer_shows_first_and_to_no_other()
    {
        _reader.Fails = connection => connection.PinnedKey is null ? new ReaderFailure(ReaderFailureCode.PasswordRequired, "/jobs") : null;
        Plan(Make.Planned() with { Password = "secret" });
        Start();
        await VisitsAsync(1);
        Assert.Equal([null, "KEY"], _reader.Asked.Select(asked => asked.Connection.PinnedKey));
        Assert.Null((await Make.UnpackAsync(await File.ReadAllBytesAsync(_outbox.Waiting[0].File))).Jobs.Failure);
    }

    [Fact]
    public async Task A_full_outbox_throws_nothing_away_and_says_so()
    {
        // Does not pack.
        _reader.Body = new byte[700_000];
        new Random(1).NextBytes(_reader.Body);
        Plan(Make.Planned(everySeconds: 60));
        Start();
        for (var visits = 1; visits <= 2; visits++)
        {
            await VisitsAsync(visits);
            await PassAsync(61);
        }

        for (var minute = 0; minute < 5; minute++)
            await PassAsync(61);
        Assert.Equal(2, _outbox.Waiting.Count);
        Assert.Contains(AgentWarnings.OutboxFull, _health.Warnings);

        await _outbox.DeliveredAsync(_outbox.Waiting[0], CancellationToken.None);
        await PassAsync(1);
        await VisitsAsync(2);
        Assert.DoesNotContain(AgentWarnings.OutboxFull, _health.Warnings);
    }

    [Fact]
    public async Task An_address_that_the_site_does_not_allow_is_told_to_both_sides()
    {
        _reader.Fails = connection => connection.Allows(new(System.Net.IPAddress.Parse("8.8.8.8"), 443)) ? null : new ReaderFailure(ReaderFailureCode.NotAllowed, "8.8.8.8:443");
        var printer = Make.Planned();
        Plan(printer);
        Start();
        await VisitsAsync(1);
        var visit = await Make.UnpackAsync(await File.ReadAllBytesAsync(_outbox.Waiting[0].File));
        Assert.Equal(nameof(ReaderFailureCode.NotAllowedOnSite), visit.Jobs.Failure!.Code);
        await EventuallyAsync(() => _health.Warnings.Contains(AgentWarnings.NotAllowedHere));
        _health.Plans([]);
        Assert.Empty(_health.Warnings);
    }

    [Fact]
    public void A_plan_outlives_a_restart_sealed_and_ends_after_five_weeks_without_a_word()
    {
        Plan(Make.Planned() with { Password = "printer password" });
        var again = new PlanBook(_agent, _time);
        Assert.Equal("printer password", again.Current!.Printers.Single().Password);
        foreach (var file in Directory.EnumerateFiles(_folder.Path))
            Assert.DoesNotContain("printer password", File.ReadAllText(file), StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromDays(34));
        Assert.NotNull(again.Current);
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Null(again.Current);
        again.Confirm();
        Assert.NotNull(again.Current);
        _time.Advance(TimeSpan.FromDays(34));
        Assert.NotNull(new PlanBook(_agent, _time).Current);
        again.Drop();
        Assert.Null(new PlanBook(_agent, _time).Current);
    }

    [Fact]
    public void One_folder_has_one_agent_at_work()
    {
        using (_agent.Claim())
            Assert.Throws<AgentException>(() => _agent.Claim());
        _agent.Claim().Dispose();
    }

    private async Task AskedOnceMoreAsync(Action change)
    {
        var asked = _reader.Asked.Count;
        change();
        await PassAsync(2);
        await EventuallyAsync(() => _reader.Asked.Count == asked + 1);
    }

    private static AgentSettings Settings(int megabytes) => new(new Uri("https://tracker.example/nord/"), Guid.CreateVersion7(), "Hamburg", "nord", Make.Noon, null, null, megabytes);

    private void Plan(params PlannedPrinter[] printers) => _plans.Renew(new AgentPlan(printers, 4, 60), "\"tag\"");

    private void Start()
    {
        var visitor = new PrinterVisitor(new PrinterProtocols([_reader], []), new LocalNetworks(null), _time, NullLogger<PrinterVisitor>.Instance);
        _running = new Rounds(Settings(1), _plans, _outbox, visitor, _health, _time, NullLogger<Rounds>.Instance).RunAsync(_stop.Token);
    }

    private Task VisitsAsync(int waiting) => EventuallyAsync(() => _outbox.Waiting.Count == waiting);

    /// <summary>Lets the time pass and gives the tick its turn.</summary>
    private async Task PassAsync(int seconds)
    {
        var asked = _reader.Asked.Count;
        _time.Advance(TimeSpan.FromSeconds(seconds));
        for (var look = 0; look < 10 && _reader.Asked.Count == asked; look++)
            await Task.Delay(5);
    }

    /// <summary>A tick may come while the visit before is being put away; then the next one begins the visit.</summary>
    private Task EventuallyAsync(Func<bool> holds)
    {
        var looks = 0;
        return Eventually.IsTrueAsync(() =>
        {
            if (holds())
                return true;
            if (++looks % LooksBetweenTicks == 0)
                _time.Advance(TimeSpan.FromSeconds(1));
            return false;
        });
    }
}
