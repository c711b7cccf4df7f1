using CsCheck;
using SmartTracker.Agent.Outbox;

namespace SmartTracker.Agent.Tests;

public sealed class VisitOutboxTests
{
    private static readonly Guid Printer = Guid.CreateVersion7();

    private sealed class Killed : Exception;

    [Fact]
    public async Task Visits_wait_in_the_order_in_which_they_were_made_whatever_the_clock_did()
    {
        using var folder = new Folder();
        var outbox = await OpenAsync(folder);
        var visits = new[] { Make.Noon, Make.Noon.AddHours(-3), Make.Noon.AddDays(1) }.Select(at => Make.Visit(Printer, at: at)).ToList();
        foreach (var visit in visits)
            await outbox.AddAsync(visit, CancellationToken.None);
        outbox = await OpenAsync(folder);
        await outbox.AddAsync(visits[0] with { Id = Guid.CreateVersion7() }, CancellationToken.None);
        Assert.Equal(visits.Select(visit => visit.Id), outbox.Waiting.Take(3).Select(entry => entry.VisitId));
        Assert.Equal(4, outbox.Size.Visits);
        Assert.Equal(outbox.Waiting.Sum(entry => new FileInfo(entry.File).Length), outbox.Size.Bytes);
    }

    [Theory]
    [InlineData(OutboxStep.Begun, 0)]
    [InlineData(OutboxStep.Written, 0)]
    [InlineData(OutboxStep.Flushed, 0)]
    [InlineData(OutboxStep.Added, 1)]
    public async Task Killed_while_it_writes_it_has_the_whole_visit_or_nothing(OutboxStep step, int visits)
    {
        using var folder = new Folder();
        var visit = Make.Visit(Printer, "queue/9");
        await Assert.ThrowsAsync<Killed>(async () => await (await OpenAsync(folder, step)).AddAsync(visit, CancellationToken.None));

        var after = await OpenAsync(folder);
        Assert.Equal(visits, after.Waiting.Count);
        // The next visit goes on exactly after what will be delivered.
        Assert.Equal(visits == 1 ? "queue/9" : null, after.MarkOf(Printer)?.Cursor);
        Assert.Equal(visits, Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Count());
        foreach (var entry in after.Waiting)
            Assert.Equal(visit.Id, (await Make.UnpackAsync(await File.ReadAllBytesAsync(entry.File))).Id);
    }

    [Theory]
    [InlineData(OutboxStep.MarkWritten, 1)]
    [InlineData(OutboxStep.Deleted, 0)]
    public async Task Killed_while_a_delivery_ends_it_still_knows_where_to_go_on(OutboxStep step, int visits)
    {
        using var folder = new Folder();
        var outbox = await OpenAsync(folder, step);
        await outbox.AddAsync(Make.Visit(Printer, "queue/9"), CancellationToken.None);
        await Assert.ThrowsAsync<Killed>(() => outbox.DeliveredAsync(outbox.Waiting[0], CancellationToken.None));

        var after = await OpenAsync(folder);
        Assert.Equal(visits, after.Waiting.Count);
        Assert.Equal("queue/9", after.MarkOf(Printer)?.Cursor);
    }

    [Fact]
    public async Task The_host_says_where_to_go_on_as_soon_as_it_has_everything()
    {
        using var folder = new Folder();
        var outbox = await OpenAsync(folder);
        await outbox.AddAsync(Make.Visit(Printer, "queue/1"), CancellationToken.None);
        await outbox.AddAsync(Make.Visit(Printer, "queue/2"), CancellationToken.None);
        await outbox.DeliveredAsync(outbox.Waiting[0], CancellationToken.None);
        Assert.Empty(outbox.Settled());
        Assert.Equal("queue/2", outbox.MarkOf(Printer)?.Cursor);

        await outbox.DeliveredAsync(outbox.Waiting[0], CancellationToken.None);
        var settled = outbox.Settled();
        Assert.Equal([Printer], settled);
        // A visit that was made while the host was asked counts more.
        await outbox.AddAsync(Make.Visit(Printer, "queue/3"), CancellationToken.None);
        outbox.Forget(settled);
        Assert.Equal("queue/3", outbox.MarkOf(Printer)?.Cursor);

        await outbox.DeliveredAsync(outbox.Waiting[0], CancellationToken.None);
        outbox.Forget(outbox.Settled());
        Assert.Null(outbox.MarkOf(Printer));
        Assert.Null((await OpenAsync(folder)).MarkOf(Printer));
    }

    [Fact]
    public async Task A_visit_that_the_disk_damaged_keeps_nobody_from_working()
    {
        using var folder = new Folder();
        var outbox = await OpenAsync(folder);
        await outbox.AddAsync(Make.Visit(Printer, "queue/1"), CancellationToken.None);
        await outbox.AddAsync(Make.Visit(Printer, "queue/2"), CancellationToken.None);
        await File.WriteAllBytesAsync(outbox.Waiting[1].File, new byte[100]);

        outbox = await OpenAsync(folder);
        Assert.Equal("queue/1", outbox.MarkOf(Printer)?.Cursor);
        outbox.SetAside(outbox.Waiting[1]);
        Assert.Equal((1, 1), (outbox.Size.Visits, outbox.Size.SetAside));
        Assert.Equal(1, (await OpenAsync(folder)).Size.SetAside);
    }

    [Fact]
    public async Task Only_its_own_account_may_read_what_waits()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new Folder();
        var outbox = await OpenAsync(folder);
        await outbox.AddAsync(Make.Visit(), CancellationToken.None);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(outbox.Waiting[0].File));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(folder.Path, "outbox")));
    }

    /// <summary>However visits, deliveries and kills follow each other: what was written and not delivered is there, once, in order.</summary>
    [Fact]
    public void No_history_of_visits_deliveries_and_kills_loses_or_doubles_a_visit() => Gen.Select(Gen.Int[0, 2], Gen.Enum<OutboxStep>()).List[1, 25].Sample(history =>
    {
        using var folder = new Folder();
        var expected = new List<Guid>();
        var outbox = OpenAsync(folder).Result;
        foreach (var (what, killedAt) in history)
        {
            var kills = what == 2;
            if (kills)
                outbox = OpenAsync(folder, killedAt).Result;
            var delivers = what == 1 || (kills && killedAt >= OutboxStep.MarkWritten);
            if (delivers && outbox.Waiting is [var oldest, ..])
            {
                Do(() => outbox.DeliveredAsync(oldest, CancellationToken.None));
                if (!kills || killedAt == OutboxStep.Deleted)
                    expected.RemoveAt(0);
            }
            else if (!delivers)
            {
                var visit = Make.Visit(Printer, $"queue/{expected.Count}");
                Do(() => outbox.AddAsync(visit, CancellationToken.None));
                if (!kills || killedAt == OutboxStep.Added)
                    expected.Add(visit.Id);
            }

            if (kills)
                outbox = OpenAsync(folder).Result;
            Assert.Equal(expected, outbox.Waiting.Select(entry => entry.VisitId));
        }
    }, iter: 60);

    private static void Do(Func<Task> work)
    {
        try
        {
            work().GetAwaiter().GetResult();
        }
        catch (Killed)
        {
            // The process is no more.
        }
    }

    private static Task<VisitOutbox> OpenAsync(Folder folder, OutboxStep? killedAt = null) => VisitOutbox.OpenAsync(
        Path.Combine(folder.Path, "outbox"), CancellationToken.None, step =>
        {
            if (step == killedAt)
                throw new Killed();
        });
}
