using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.Import;
using SmartTracker.Collection.Privacy;
using SmartTracker.PrinterReaders.Names;
using SmartTracker.Printers.Abstractions;
using SmartTracker.TestHost;

namespace SmartTracker.Collection.Tests;

/// <summary>A tenant decides what is kept of names, and then it is kept nowhere else.</summary>
public partial class NamePrivacyTests
{
    private const string Home = "admin/name-privacy";

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task No_withheld_name_is_anywhere_and_no_job_becomes_another_one(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine);
        await AddSampleAsync(world, "anna.geheim");
        using var admin = await world.SignInAsync();
        Assert.Contains("There is none. One is made when you choose pseudonyms.", await admin.GetStringAsync(Home), StringComparison.Ordinal);
        await SaveAsync(admin, NameHandling.Pseudonymise, NameHandling.Drop);
        var page = WebUtility.HtmlDecode(await admin.GetStringAsync(Home));
        Assert.Contains("User names: pseudonyms; job names: not kept", page, StringComparison.Ordinal);
        Assert.Contains("A key was made", page, StringComparison.Ordinal);

        // Collected: figures as ever, one pseudonym for each person, and no name in rows, archive or files.
        var outcome = await world.CollectOneAsync();
        Assert.Equal((CollectionResult.Complete, world.PlannedJobs), (outcome.Result, outcome.NewJobs));
        var jobs = await world.JobsAsync();
        var planned = world.Printer.Plan.Jobs;
        Assert.All(jobs, job => Assert.True(job.JobName is null && (job.UserName is null || Pseudonym.Is(job.UserName)) && job.Figures.Contains("NotKept", StringComparison.Ordinal)));
        Assert.Equal(planned.Select(job => job.UserName).Where(name => name.Length > 0).Distinct().Count(), jobs.Select(job => job.UserName).OfType<string>().Distinct().Count());
        Assert.Equal(planned.Select(job => job.PrintedPages ?? 0).Order(), jobs.Select(job => job.Impressions ?? 0).Order());
        string[] names = ["anna.geheim", .. planned.SelectMany(job => new[] { job.UserName, job.JobName }).Where(name => name.Length > 4)];
        Assert.Empty(await Leaks.FindAsync(world, names));
        var list = WebUtility.HtmlDecode(await admin.GetStringAsync("admin/print-jobs?month=all"));
        Assert.Contains("Title not kept", list, StringComparison.Ordinal);

        // Imported, twice; and what a person asks for is found by the pseudonym.
        Assert.Equal((2, 0), await ImportAsync(world));
        Assert.Equal((0, 2), await ImportAsync(world));
        await UploadSampleAsync(admin, "Benutzer;Dokument;Bemerkung;Kopien;Druckzeit\r\ndora.geheim;Akte.pdf;für dora.geheim;1;05.10.2026 10:00:00\r\n");
        await UploadSampleAsync(admin, "dora.geheim;Akte.pdf;1;05.10.2026 10:00:00\r\n");
        Assert.Empty(await Leaks.FindAsync(world, [.. names, "berta.geheim", "Kündigung Geheim.pdf", "dora.geheim"]));
        var found = WebUtility.HtmlDecode(await (await admin.SendFormAsync(Home + "/pseudonyms", Home + "/pseudonyms", ("name", " BERTA.geheim"))).Content.ReadAsStringAsync());
        var pseudonym = PseudonymPattern().Match(found).Value;
        Assert.Equal(2, (await world.JobsAsync()).Count(job => job.UserName == pseudonym));
        Assert.Contains("A pseudonym was looked up", await admin.GetStringAsync(Home), StringComparison.Ordinal);

        // A new key: the old one is in no file any more, and nothing that is stored changes.
        var before = await StateAsync(world);
        var old = await KeyAsync(world);
        Assert.Contains("can never be linked to a name again", await admin.GetStringAsync(Home + "/key/replaced"), StringComparison.Ordinal);
        await admin.SendFormAsync(Home + "/key/replaced", Home + "/key/replaced");
        Assert.NotEqual(old, await KeyAsync(world));
        Assert.DoesNotContain(Leaks.Files(world.Host.DataFolder), file => file.Content.AsSpan().IndexOf(old) >= 0);
        Assert.Equal((0, 2), await ImportAsync(world));

        // Destroyed, dropped, collected again: a job keeps what it has.
        await admin.SendFormAsync(Home + "/key/destroyed", Home + "/key/destroyed");
        Assert.Null(await KeyAsync(world));
        Assert.True(await world.Host.InTenantAsync(World.Tenant, services => services.GetRequiredService<IPrinterJobFacts>().DropsUserNamesAsync(CancellationToken.None)));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(Home + "/key/destroyed")).StatusCode);
        Assert.Equal((0, 2), await ImportAsync(world));
        await SaveAsync(admin, NameHandling.Collect, NameHandling.Collect);
        Assert.Equal((0, 2), await ImportAsync(world));
        await world.CollectOneAsync();
        Assert.Equal(before, await StateAsync(world));
        Assert.Empty(await world.VerifyAsync());

        using var books = await world.SignInAsync("books");
        Assert.Equal(HttpStatusCode.Forbidden, (await books.GetAsync(Home)).StatusCode);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_printer_that_lists_old_jobs_again_changes_none_whatever_is_decided(DatabaseEngine engine)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 20, 14, 0, 0, TimeSpan.Zero));
        await using var world = await World.StartAsync(engine, ipp: clock);
        await world.CollectAsync();
        var collected = await StateAsync(world);
        var known = world.Printer.Plan.Jobs[^1];
        foreach (var (number, (users, jobs)) in new[] { (NameHandling.Pseudonymise, NameHandling.Pseudonymise), (NameHandling.Drop, NameHandling.Drop), (NameHandling.Collect, NameHandling.Collect) }.Index())
        {
            await ChangeAsync(world, users, jobs);
            clock.Advance(TimeSpan.FromMinutes(5));
            var again = await world.CollectOneAsync();
            Assert.Equal((CollectionResult.Complete, 0, 0), (again.Result, again.NewJobs, again.ChangedJobs));
            Assert.Equal(collected, await StateAsync(world));

            var now = clock.GetUtcNow();
            world.Printer.Add(known with { Uuid = Guid.NewGuid(), UserName = "carla.geheim", JobName = $"Akte Geheim {number}.pdf", SubmittedAt = now, PrintingAt = now, CompletedAt = now.AddSeconds(30) });
            clock.Advance(TimeSpan.FromMinutes(5));
            Assert.Equal(1, (await world.CollectOneAsync()).NewJobs);
            collected = await StateAsync(world);
            if (users != NameHandling.Collect)
                Assert.Empty(await Leaks.FindAsync(world, "carla.geheim", "Akte Geheim"));
        }

        var late = (await world.JobsAsync()).OrderBy(job => job.FirstSeenAt).TakeLast(3).ToList();
        Assert.True(Pseudonym.Is(late[0].UserName) && Pseudonym.Is(late[0].JobName));
        Assert.Equal((null, null), (late[1].UserName, late[1].JobName));
        Assert.Equal(("carla.geheim", "Akte Geheim 2.pdf"), (late[2].UserName, late[2].JobName));
        Assert.Empty(await world.VerifyAsync());
    }

    [Fact]
    public async Task A_recipe_says_what_is_kept_and_a_key_that_does_not_open_lets_nothing_be_collected()
    {
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite);
        await world.Host.InTenantAsync(World.Tenant, async services =>
        {
            var step = services.GetServices<IRecipeStep>().Single(step => step.Name == "name-privacy");
            var wanted = new JsonObject { ["userNames"] = "pseudonymise" };
            Assert.Equal(["user names: pseudonymise instead of collect"], await step.PlanAsync(wanted, CancellationToken.None));
            await step.ExecuteAsync(wanted, CancellationToken.None);
            Assert.Empty(await step.PlanAsync(wanted, CancellationToken.None));
            foreach (var wrong in new JsonNode[] { "encrypt", "1", 1 })
                await Assert.ThrowsAsync<RecipeException>(() => step.PlanAsync(new JsonObject { ["jobNames"] = wrong.DeepClone() }, CancellationToken.None));
            return true;
        });
        Assert.NotNull(await KeyAsync(world));
        await world.ExecuteAsync("UPDATE name_privacy SET protected_key = x'00'");
        await world.CollectOneAsync();
        Assert.All(await world.JobsAsync(), job => Assert.True(job is { UserName: null, JobName: not null }));
        using var admin = await world.SignInAsync();
        Assert.Contains("The key cannot be opened here", await admin.GetStringAsync(Home), StringComparison.Ordinal);
    }

    private static async Task SaveAsync(HttpClient admin, NameHandling users, NameHandling jobs)
    {
        using var answer = await admin.SendFormAsync(Home, Home, ("Users", users.ToString()), ("Jobs", jobs.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task UploadSampleAsync(HttpClient admin, string sample)
    {
        const string page = "admin/imports/profiles/new";
        var token = await admin.TokenAsync(page);
        using var form = new MultipartFormDataContent { { new StringContent(token), PageForms.TokenField }, { new ByteArrayContent(Encoding.UTF8.GetBytes(sample)), "file", "Muster.csv" } };
        using var answer = await admin.PostAsync(page, form);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using var edit = await admin.GetAsync(answer.Headers.Location);
        Assert.Contains("This profile has no sample", WebUtility.HtmlDecode(await edit.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    private static Task ChangeAsync(World world, NameHandling users, NameHandling jobs) => world.Host.InTenantAsync(World.Tenant, async services =>
    {
        await services.GetRequiredService<NamePrivacyChanger>().ChangeAsync(users, jobs, "admin", CancellationToken.None);
    });

    private static async Task<(int Accepted, int Duplicates)> ImportAsync(World world)
    {
        var serial = Assert.Single(await world.PrintersAsync()).SerialNumber;
        var rows = $"""
            printerSerial,userName,jobName,completedAt,pages,copies
            {serial},berta.geheim,Kündigung Geheim.pdf,2026-10-15T12:00:00Z,1,2
            {serial},berta.geheim,Kündigung Geheim.pdf,2026-10-16T12:00:00Z,3,1
            """;
        return await world.Host.InTenantAsync(World.Tenant, async services =>
        {
            using var body = new MemoryStream(Encoding.UTF8.GetBytes(rows));
            var result = await services.GetRequiredService<PrintJobImporter>().ImportAsync(body, ImportFormat.Csv, "test", CancellationToken.None);
            Assert.Empty(result.Rejected);
            return ((int)result.Record.Accepted, (int)result.Record.Duplicates);
        });
    }

    /// <summary>Everything about jobs that money or a person could see.</summary>
    private static Task<string> StateAsync(World world) => world.Host.InTenantAsync(World.Tenant, async services =>
    {
        var context = services.GetRequiredService<CollectionDbContext>();
        var jobs = await context.PrintJobs.AsNoTracking().OrderBy(job => job.Id).Select(job => $"{job.Id} {job.DeviceJobId} {job.Revision} {job.UserName} {job.JobName} {job.Figures} {job.LastChangedAt} {job.ImportId}").ToListAsync();
        return string.Join('\n', jobs.Append($"{await context.Sightings.CountAsync()} sightings"));
    });

    private static Task<byte[]?> KeyAsync(World world) => world.Host.InTenantAsync(World.Tenant, async services =>
        (await services.GetRequiredService<NamePrivacyStore>().FindAsync(CancellationToken.None)).ProtectedKey);

    private static Task AddSampleAsync(World world, string name) => world.Host.InTenantAsync(World.Tenant, async services =>
    {
        await using var transaction = await services.GetRequiredService<ITenantDatabase>().BeginAsync(CancellationToken.None);
        var profile = new ImportProfileRow { Id = ImportProfileId.New(), Name = "with a sample", Definition = "{}", Sample = $"[\"{name}\"]", ChangedAt = NodaTime.Instant.FromUtc(2026, 11, 1, 0, 0) };
        await services.GetRequiredService<ImportProfileStore>().AddAsync(profile, CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
    });

    [GeneratedRegex("P-[0-9A-Z]{5}(-[0-9A-Z]{5}){3}(?=</span> <a href=\"[^\"]*user=)")]
    private static partial Regex PseudonymPattern();
}
