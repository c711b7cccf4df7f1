using System.Net;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Collecting;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.PrinterReaders;
using SmartTracker.PrinterReaders.Names;
using SmartTracker.Printers.Abstractions;
using SmartTracker.PrinterSimulator;
using SmartTracker.TestHost;

namespace SmartTracker.Collection.Tests;

/// <summary>Answers that cannot be taken into the books: never lost, never tried for ever, and nobody else's trouble.</summary>
public class UnreadAnswerTests
{
    private const string Attention = "Answers of Plotter 1 cannot be read";

    [Fact]
    public void The_same_content_is_tried_three_times_tries_in_all_and_one_that_does_not_end_once() =>
        Gen.Select(Gen.Byte[0, 2], Gen.OneOf(Gen.Const(AnswerFault.Error), Gen.Const(AnswerFault.Crash), Gen.Const(AnswerFault.TooLong))).Array[1, 30].Sample(steps =>
        {
            UnreadAnswer? known = null;
            for (var at = 0; at < steps.Length; at++)
            {
                known = UnreadAnswer.After(known, [steps[at].Item1], steps[at].Item2);
                var same = steps.Take(at + 1).Reverse().TakeWhile(step => step.Item1 == steps[at].Item1).ToList();
                if (known.IsSetAside != (same.Count >= 3 || same.Exists(step => step.Item2 == AnswerFault.TooLong)))
                    return false;
                if (known.NeedsPerson != (at >= 2 || steps.Take(at + 1).Any(step => step.Item2 == AnswerFault.TooLong)))
                    return false;
            }

            return true;
        });

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Nonsense_is_set_aside_shown_and_forgotten_when_the_printer_speaks_sense_again(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine, overview: true);
        using var browser = await world.SignInAsync();
        await world.Printer.SetFaultAsync(new SimulatorFault.Nonsense());
        for (var tries = 1; tries <= 2; tries++)
            Assert.StartsWith("The answer to ", (await world.CollectOneAsync()).Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(Attention, await browser.GetStringAsync("admin"), StringComparison.Ordinal);
        Assert.StartsWith("The printer’s answer could not be read again and again.", (await world.CollectOneAsync()).Sentence, StringComparison.Ordinal);

        var archived = await ArchivedAsync(world);
        var kept = await RowAsync(world);
        Assert.Equal((AnswerFault.Nonsense, 3), (kept!.Fault, kept.Tries));
        Assert.Equal(CollectionProblems.SetAside, (await world.CollectOneAsync()).Problem);
        Assert.Equal(archived, await ArchivedAsync(world));
        Assert.Equal(3, (await RowAsync(world))!.Tries);

        Assert.Contains(Attention, await browser.GetStringAsync("admin"), StringComparison.Ordinal);
        var printer = Assert.Single(await world.PrintersAsync());
        var page = await browser.GetStringAsync($"admin/printers/{printer.Id}");
        Assert.Contains("Answer set aside", page, StringComparison.Ordinal);
        Assert.Contains("Try again", page, StringComparison.Ordinal);
        Assert.Contains("It is set aside in the archive", await browser.GetStringAsync("admin/collections?problems=true"), StringComparison.Ordinal);

        await world.Printer.SetFaultAsync(null);
        Assert.Equal((CollectionResult.Complete, world.PlannedJobs), Result(await world.CollectOneAsync()));
        Assert.Null(await RowAsync(world));
        Assert.DoesNotContain(Attention, await browser.GetStringAsync("admin"), StringComparison.Ordinal);
        Assert.DoesNotContain("Answer set aside", await browser.GetStringAsync($"admin/printers/{printer.Id}"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_bug_that_one_printers_jobs_meet_concerns_this_printer_alone_until_a_person_tries_again(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine, printers: 3, buggy: true);
        var poisoned = (await world.PrintersAsync()).Single(printer => printer.Name == "Plotter 2").Id;
        var tries = 0;
        world.Bugs.Stored = jobs =>
        {
            if (!jobs.Any(job => job.PrinterId == poisoned))
                return;
            tries++;
            throw new FormatException("A bug.");
        };
        for (var round = 0; round < 5; round++)
        {
            var outcomes = await world.CollectAsync();
            Assert.Equal(round < 2 ? CollectionProblems.NotStored : CollectionProblems.SetAside, outcomes.Single(outcome => outcome.PrinterId == poisoned).Problem);
            Assert.All(outcomes.Where(outcome => outcome.PrinterId != poisoned), outcome => Assert.Equal(CollectionResult.Complete, outcome.Result));
        }

        Assert.Equal(3, tries);
        Assert.Equal(AnswerFault.Error, (await RowAsync(world))!.Fault);
        Assert.DoesNotContain(await world.JobsAsync(), job => job.PrinterId == poisoned);

        // The program was updated.
        world.Bugs.Stored = _ => { };
        using var admin = await world.SignInAsync();
        using var again = await admin.SendFormAsync($"admin/printers/{poisoned}", "admin/collections/again", ("printer", poisoned.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        await Eventually.IsTrueAsync(async () => (await world.JobsAsync()).Count == world.PlannedJobs);
        Assert.Null(await RowAsync(world));
        Assert.Empty(await world.VerifyAsync());
        using var nobody = await admin.SendFormAsync($"admin/printers/{poisoned}", "admin/collections/again", ("printer", Guid.NewGuid().ToString()));
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_state_that_cannot_be_interpreted_or_never_ends_keeps_no_job_out_of_the_books(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine, buggy: true);
        world.Bugs.Interpreted = () => throw new FormatException("A bug.");
        Assert.Equal((CollectionResult.Complete, world.PlannedJobs), Result(await world.CollectOneAsync()));

        using var end = new ManualResetEventSlim();
        var begun = 0;
        world.Bugs.Interpreted = () =>
        {
            Interlocked.Increment(ref begun);
            end.Wait();
        };
        for (var visit = 0; visit < 2; visit++)
            Assert.Equal(CollectionResult.Complete, (await world.CollectOneAsync()).Result);
        // What does not end is begun once.
        Assert.Equal(1, begun);
        end.Set();
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_ended_the_program_three_times_is_not_interpreted_a_fourth_time(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine);
        var id = Assert.Single(await world.PrintersAsync()).Id;
        for (var crash = 0; crash < 4; crash++)
        {
            var refusal = await world.Host.InTenantAsync(World.Tenant, async services =>
            {
                var collection = services.GetRequiredService<PrinterCollection>();
                var printer = await services.GetRequiredService<IPrinterConnections>().FindAsync(id, CancellationToken.None);
                return (await collection.FetchAsync(printer!, (await collection.BeginAsync(id, CancellationToken.None))!, CancellationToken.None)).Refusal;
            });
            Assert.Equal(crash < 3 ? null : CollectionProblems.SetAside, refusal);
            // As if the program had ended just now and the lease had run out.
            await world.ExecuteAsync("UPDATE collections SET lease_until = NULL WHERE ended_at IS NULL");
        }

        Assert.Equal((AnswerFault.Crash, 3), ((await RowAsync(world))!.Fault, (await RowAsync(world))!.Tries));
    }

    [Fact]
    public async Task An_interpretation_that_never_ends_is_given_up_and_not_begun_again()
    {
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite, buggy: true);
        var id = Assert.Single(await world.PrintersAsync()).Id;
        var end = await world.Host.InTenantAsync(World.Tenant, async services =>
        {
            var collection = services.GetRequiredService<PrinterCollection>();
            var printer = await services.GetRequiredService<IPrinterConnections>().FindAsync(id, CancellationToken.None);
            var begun = (await collection.BeginAsync(id, CancellationToken.None))!;
            var fetched = await collection.FetchAsync(printer!, begun, CancellationToken.None);
            using var never = new ManualResetEventSlim();
            var reading = services.GetRequiredService<Interpretation>().JobsAsync(fetched with { Reader = new EndlessReader(never) }, CancellationToken.None);
            var tooLong = await Assert.ThrowsAsync<InterpretationTooLongException>(() => reading);
            never.Set();
            return await services.GetRequiredService<CollectionEnding>().FailAsync(begun, tooLong, CancellationToken.None);
        });
        Assert.Equal(CollectionProblems.SetAside, end.Problem);
        Assert.Equal(CollectionProblems.SetAside, (await world.CollectOneAsync()).Problem);
    }

    private static (CollectionResult Result, int NewJobs) Result(CollectionOutcome outcome) => (outcome.Result, outcome.NewJobs);

    private static Task<UnreadAnswerRow?> RowAsync(World world) => world.Host.InTenantAsync(World.Tenant, services =>
        services.GetRequiredService<CollectionDbContext>().UnreadAnswers.AsNoTracking().SingleOrDefaultAsync());

    private static Task<int> ArchivedAsync(World world) => world.Host.InTenantAsync(World.Tenant, services =>
        services.GetRequiredService<CollectionDbContext>().RawAnswers.CountAsync());

    private sealed class EndlessReader(ManualResetEventSlim end) : IPrinterReader
    {
        public string Protocol => "piws";

        public Task<PrinterContact> ReadIdentityAsync(PrinterConnection connection, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<PrinterFetch> FetchAsync(PrinterConnection connection, string? cursor, CancellationToken cancellationToken) => throw new NotSupportedException();

        public RawAnswer Withhold(RawAnswer answer, NamePrivacy privacy) => answer;

        public PrinterObservation Interpret(IReadOnlyList<RawAnswer> answers)
        {
            end.Wait();
            return new PrinterObservation();
        }
    }
}
