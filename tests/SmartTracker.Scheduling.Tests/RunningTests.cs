using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Scheduling.Abstractions;
using SmartTracker.Scheduling.Running;
using SmartTracker.TestHost;

namespace SmartTracker.Scheduling.Tests;

public sealed class RunningTests
{
    private const string Nordplan = "nordplan";
    private const string Baukontor = "baukontor";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero));

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_failing_work_stops_neither_the_next_nor_another_tenant(DatabaseEngine engine)
    {
        await using var installation = await StartAsync(engine);
        installation.Script.Does[(Nordplan, Script.First)] = _ => throw new IOException("no space left");
        foreach (var batch in await installation.DispatchAsync())
            await installation.RunAsync(batch, CancellationToken.None);

        var failed = await installation.WorkAsync(Nordplan, Script.First);
        Assert.Equal(WorkProblem.Files, failed.LastProblem);
        Assert.Equal(1, failed.Attempts);
        Assert.InRange(failed.DueAt - _time.Now(), Duration.FromSeconds(48), Duration.FromSeconds(72));
        foreach (var (tenant, work) in new[] { (Nordplan, Script.Second), (Baukontor, Script.First), (Baukontor, Script.Second) })
        {
            var done = await installation.WorkAsync(tenant, work);
            Assert.Null(done.LastProblem);
            Assert.Equal(_time.Now(), done.LastEndedAt);
        }
    }

    [Fact]
    public async Task Success_after_failures_forgets_them()
    {
        await using var installation = await StartAsync(DatabaseEngine.Sqlite);
        installation.Script.Does[(Nordplan, Script.First)] = _ => throw new TimeoutException();
        await installation.DispatchAsync();
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            await installation.RunAsync(Nordplan, Script.First);
            Assert.Equal(attempt, (await installation.WorkAsync(Nordplan, Script.First)).Attempts);
            _time.Advance(TimeSpan.FromMinutes(15));
        }

        installation.Script.Does.Clear();
        await installation.RunAsync(Nordplan, Script.First);
        var row = await installation.WorkAsync(Nordplan, Script.First);
        Assert.Equal(0, row.Attempts);
        Assert.Null(row.LastProblem);
        Assert.Equal(_time.Now() + Duration.FromMinutes(15), row.DueAt);
    }

    [Fact]
    public async Task Running_a_batch_twice_does_the_work_once()
    {
        await using var installation = await StartAsync(DatabaseEngine.Sqlite);
        await installation.DispatchAsync();
        await Task.WhenAll(installation.RunAsync(Nordplan, Script.First), installation.RunAsync(Nordplan, Script.First));
        await installation.RunAsync(Nordplan, Script.First);
        Assert.Single(installation.Script.Ran);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Work_whose_lease_is_lost_is_told_to_stop_and_records_nothing(DatabaseEngine engine)
    {
        await using var installation = await StartAsync(engine);
        await installation.DispatchAsync();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        installation.Script.Does[(Nordplan, Script.First)] = async token =>
        {
            started.SetResult();
            await Task.Delay(Timeout.Infinite, token);
        };
        var run = installation.RunAsync(Nordplan, Script.First);
        await started.Task;
        await installation.StealAsync(Nordplan, Script.First);
        _time.Advance(TimeSpan.FromSeconds(41));
        await run.WaitAsync(TimeSpan.FromMinutes(2));

        var row = await installation.WorkAsync(Nordplan, Script.First);
        Assert.NotNull(row.LeaseOwner);
        Assert.Null(row.LastProblem);
    }

    [Fact]
    public async Task Work_that_the_hosts_end_interrupts_is_due_at_once_and_did_not_fail()
    {
        await using var installation = await StartAsync(DatabaseEngine.Sqlite);
        await installation.DispatchAsync();
        using var stopping = new CancellationTokenSource();
        installation.Script.Does[(Nordplan, Script.First)] = async token =>
        {
            await stopping.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => installation.RunAsync(new(Nordplan, [Script.First, Script.Second]), stopping.Token));

        var row = await installation.WorkAsync(Nordplan, Script.First);
        Assert.Equal(_time.Now(), row.DueAt);
        Assert.Null(row.LeaseOwner);
        Assert.Equal(0, row.Attempts);
        Assert.DoesNotContain((Nordplan, Script.Second), installation.Script.Ran);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_request_made_while_the_work_runs_is_not_lost(DatabaseEngine engine)
    {
        await using var installation = await StartAsync(engine);
        await installation.DispatchAsync();
        installation.Script.Does[(Nordplan, Script.First)] = _ => RequestAsync(installation, Script.First);
        await installation.RunAsync(Nordplan, Script.First);
        Assert.Equal(_time.Now(), (await installation.WorkAsync(Nordplan, Script.First)).DueAt);
    }

    [Fact]
    public async Task A_new_tenant_can_ask_for_work_before_it_was_registered()
    {
        await using var installation = await StartAsync(DatabaseEngine.Sqlite);
        await RequestAsync(installation, Script.Second);
        Assert.Equal(_time.Now(), (await installation.WorkAsync(Nordplan, Script.Second)).DueAt);
    }

    [Fact]
    public async Task Asking_for_work_that_does_not_exist_is_an_error_that_names_it()
    {
        await using var installation = await StartAsync(DatabaseEngine.Sqlite);
        var error = await Assert.ThrowsAsync<ArgumentException>(() => RequestAsync(installation, "third-work"));
        Assert.Contains("third-work", error.Message, StringComparison.Ordinal);
    }

    private async Task<Installation> StartAsync(DatabaseEngine engine)
    {
        var installation = await Installation.StartAsync(engine, _time);
        await installation.CreateTenantAsync(Nordplan);
        await installation.CreateTenantAsync(Baukontor);
        return installation;
    }

    private static Task RequestAsync(Installation installation, string work) =>
        installation.Host.InTenantAsync(Nordplan, services => services.GetRequiredService<IWorkRequests>().RequestAsync(work, CancellationToken.None));
}
