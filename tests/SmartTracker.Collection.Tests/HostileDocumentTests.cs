using System.Diagnostics;
using System.Text;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.PrinterSimulator;

namespace SmartTracker.Collection.Tests;

/// <summary>What a printer sends may be made to hurt: collection ends soon, says what it saw, and takes little memory.</summary>
public class HostileDocumentTests
{
    public static TheoryData<string, string> Documents => new()
    {
        { "external entity", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><JobQueueSnapshot><Jobs><Job><Job2DPrint><UUID>&e;</UUID></Job2DPrint></Job></Jobs></JobQueueSnapshot>" },
        { "billion laughs", $"<!DOCTYPE x [<!ENTITY l0 'lol'>{string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} '{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}'>"))}]><JobQueueSnapshot>&l9;</JobQueueSnapshot>" },
        { "a million levels", "<JobQueueSnapshot>" + string.Concat(Enumerable.Repeat("<a>", 1_000_000)) },
    };

    [Theory, MemberData(nameof(Documents))]
    public async Task A_document_made_to_hurt_is_refused_in_a_sentence(string name, string document)
    {
        Assert.NotEmpty(name);
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite);
        world.Printer.RecordedJobList = Encoding.UTF8.GetBytes(document);
        var watch = Stopwatch.StartNew();
        var outcome = await world.CollectOneAsync();

        Assert.Equal(CollectionResult.Failed, outcome.Result);
        Assert.StartsWith("The answer to ", outcome.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", outcome.Sentence, StringComparison.Ordinal);
        Assert.Empty(await world.JobsAsync());
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed}");
    }

    [Fact]
    public async Task A_printer_that_sends_one_byte_at_a_time_is_given_up_at_the_deadline()
    {
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite, deadlineSeconds: 2);
        await world.Printer.SetFaultAsync(new SimulatorFault.SlowBytes(TimeSpan.FromMilliseconds(200)));
        var watch = Stopwatch.StartNew();
        var outcome = await world.CollectOneAsync();
        Assert.NotEqual(CollectionResult.Complete, outcome.Result);
        Assert.StartsWith("The printer did not finish its answer within 2 seconds", outcome.Sentence, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_hundred_megabytes_are_read_up_to_the_cap_in_a_multiple_of_it(bool compressed)
    {
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite);
        await world.Printer.SetFaultAsync(compressed ? new SimulatorFault.CompressedHugeBody(100) : new SimulatorFault.HugeBody(100));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        using var done = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false) - before);
                await Task.Delay(5);
            }
        }, TestContext.Current.CancellationToken);
        var outcome = await world.CollectOneAsync();
        await done.CancelAsync();
        await watching;

        Assert.StartsWith("The answer was longer than 32 MB", outcome.Sentence, StringComparison.Ordinal);
        Assert.True(most < 400L << 20, $"{most >> 20} MB");
        TestContext.Current.SendDiagnosticMessage($"At most {most >> 20} MB");
    }
}
