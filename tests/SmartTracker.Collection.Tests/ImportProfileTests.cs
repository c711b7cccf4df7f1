using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Collection.Abstractions;
using SmartTracker.Collection.Data;
using SmartTracker.TestHost;

namespace SmartTracker.Collection.Tests;

/// <summary>A person teaches a file format and imports files by it.</summary>
public partial class ImportProfileTests
{
    private const string Sample = "Dokument;Benutzer;Status;Kopien;Papierverbrauch (m²);Druckzeit\r\nPlan A.pdf;brandt;gedruckt;2;1,9990;05.10.2026 10:00:00\r\nPlan B.pdf;mayer;verworfen;1;0,5000;06.10.2026 11:00:00\r\n";

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_sample_becomes_a_profile_and_files_become_jobs_once(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine);
        await world.CollectAsync();
        var before = (await world.JobsAsync()).Count;
        var printer = Assert.Single(await world.PrintersAsync());
        using var admin = await world.SignInAsync();
        Assert.Contains("No file format is known yet", await admin.GetStringAsync("admin/imports"), StringComparison.Ordinal);

        // The sample is read, mapped by its headings, and what it does not tell is asked for.
        using var created = await UploadAsync(admin, "admin/imports/profiles/new", "admin/imports/profiles/new", "file", "Plotter Süd.csv", Sample);
        Assert.Equal(HttpStatusCode.Redirect, created.StatusCode);
        var edit = created.Headers.Location!.OriginalString.TrimStart('/').Replace("nord/", "", StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await admin.GetStringAsync(edit));
        Assert.Contains("Plotter Süd", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"MediaAreaMm2\" selected", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"dd.MM.yyyy HH:mm:ss\" selected", page, StringComparison.Ordinal);
        Assert.Contains("The profile does not say what “verworfen” means.", page, StringComparison.Ordinal);

        // Shown, then saved.
        var fields = Fields(page, ("verworfen", "cancelled"));
        using var preview = await admin.SendFormAsync(edit, edit, [.. fields, ("preview", "true")]);
        var shown = WebUtility.HtmlDecode(await preview.Content.ReadAsStringAsync());
        Assert.DoesNotContain("The profile does not say", shown, StringComparison.Ordinal);
        Assert.Contains("1.999", shown, StringComparison.Ordinal);
        using var unnamed = await admin.SendFormAsync(edit, edit, [.. fields.Where(field => field.Name != "Name"), ("Name", " ")]);
        Assert.Contains("Nothing is saved yet.", await unnamed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var saved = await admin.SendFormAsync(edit, edit, fields);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);

        // A file without a printer's serial number needs one chosen.
        var id = edit[(edit.LastIndexOf('/') + 1)..];
        using var refused = await UploadAsync(admin, "admin/imports", "admin/imports", "File", "a.csv", Sample, ("Profile", id));
        Assert.Contains("Choose the printer", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        // Good rows are kept, a wrong one is named with row and column.
        var file = Sample + "Plan C.pdf;brandt;gedruckt;1;1.5 Meter;07.10.2026 10:00:00\r\n";
        var report = await ImportAsync(admin, file, id, printer.Id.ToString()!);
        Assert.Contains("“1.5 Meter” is not a number in this profile’s format.", report, StringComparison.Ordinal);
        Assert.Contains(">4<", report, StringComparison.Ordinal);
        var jobs = (await world.JobsAsync()).Where(job => job.ImportId is not null).OrderBy(job => job.CompletedAt).ToList();
        Assert.Equal(before + 2, (await world.JobsAsync()).Count);
        Assert.Equal([("Plan A.pdf", PrintJobStatus.Completed, 1_999_000L), ("Plan B.pdf", PrintJobStatus.Cancelled, 500_000L)], jobs.Select(job => (job.JobName!, job.Status, job.MediaAreaMm2!.Value)));
        Assert.All(jobs, job => Assert.Equal(printer.SerialNumber, job.PrinterSerial));
        Assert.Equal(NodaTime.Instant.FromUtc(2026, 10, 5, 8, 0), jobs[0].CompletedAt);

        // The mended file again: only the mended row is new.
        var again = await ImportAsync(admin, file.Replace("1.5 Meter", "1,5", StringComparison.Ordinal), id, printer.Id.ToString()!);
        Assert.DoesNotContain("Rejected rows", again, StringComparison.Ordinal);
        Assert.Equal(before + 3, (await world.JobsAsync()).Count);
        var records = await world.Host.InTenantAsync(World.Tenant, services => services.GetRequiredService<CollectionDbContext>().Imports.AsNoTracking().OrderBy(record => record.StartedAt).ToListAsync());
        Assert.Equal([(2, 0, 1), (1, 2, 0)], records.Select(record => (record.Accepted, record.Duplicates, record.Rejected)).Select(counts => ((int)counts.Accepted, (int)counts.Duplicates, (int)counts.Rejected)));
        Assert.Equal(("week.csv · Plotter Süd", "admin"), (records[0].Source, records[0].StartedBy));

        // Another file that has not its columns changes nothing.
        using var foreign = await UploadAsync(admin, "admin/imports", "admin/imports", "File", "other.csv", "a;b;c\r\n1;2;3\r\n", ("Profile", id), ("Printer", printer.Id.ToString()!));
        Assert.Contains("The file has not these columns of the profile: Dokument", WebUtility.HtmlDecode(await foreign.Content.ReadAsStringAsync()), StringComparison.Ordinal);

        // As a recipe it comes back.
        var recipe = await admin.GetStringAsync(edit + "/recipe");
        Assert.Contains("print-job-import-profiles", recipe, StringComparison.Ordinal);
        using var removed = await admin.SendFormAsync("admin/imports", edit + "/remove");
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(edit)).StatusCode);
        var step = System.Text.Json.Nodes.JsonNode.Parse(recipe)!["steps"]![0]!.AsObject();
        Assert.Equal(["add import profile Plotter Süd"], await PlanAsync(world, step));
        await world.Host.InTenantAsync(World.Tenant, async services =>
        {
            await using var transaction = await services.GetRequiredService<ITenantDatabase>().BeginAsync(CancellationToken.None);
            await Step(services).ExecuteAsync(step, CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        });
        Assert.Empty(await PlanAsync(world, step));
        Assert.Contains("Plotter Süd", WebUtility.HtmlDecode(await admin.GetStringAsync("admin/imports")), StringComparison.Ordinal);
        Assert.Empty(await world.VerifyAsync());
    }

    [Fact]
    public async Task Whoever_may_not_import_sees_none_of_it()
    {
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite);
        using var books = await world.SignInAsync("books");
        Assert.NotEqual(HttpStatusCode.OK, (await books.GetAsync("admin/imports")).StatusCode);
        using var admin = await world.SignInAsync();
        using var refused = await UploadAsync(admin, "admin/imports/profiles/new", "admin/imports/profiles/new", "file", "x.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a><b><c>&e;</c></b></a>");
        Assert.Contains("XML with a document type, which is refused", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<string>> PlanAsync(World world, System.Text.Json.Nodes.JsonObject step) =>
        world.Host.InTenantAsync(World.Tenant, services => Step(services).PlanAsync(step, CancellationToken.None));

    private static IRecipeStep Step(IServiceProvider services) => services.GetServices<IRecipeStep>().Single(candidate => candidate.Name == "print-job-import-profiles");

    private static async Task<string> ImportAsync(HttpClient admin, string file, string profile, string printer)
    {
        using var answer = await UploadAsync(admin, "admin/imports", "admin/imports", "File", "week.csv", file, ("Profile", profile), ("Printer", printer));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return WebUtility.HtmlDecode(await admin.GetStringAsync(answer.Headers.Location!.OriginalString.TrimStart('/').Replace("nord/", "", StringComparison.Ordinal)));
    }

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient browser, string page, string action, string field, string name, string file, params (string Name, string Value)[] fields)
    {
        var token = await browser.TokenAsync(page);
        using var form = new MultipartFormDataContent { { new StringContent(token), PageForms.TokenField }, { new ByteArrayContent(Encoding.UTF8.GetBytes(file)), field, name } };
        foreach (var (other, value) in fields)
            form.Add(new StringContent(value), other);
        return await browser.PostAsync(action, form);
    }

    /// <summary>The form as the page shows it, with another meaning for one word.</summary>
    private static (string Name, string Value)[] Fields(string page, (string Word, string Means) word)
    {
        var fields = InputPattern().Matches(page).Select(match => (match.Groups["name"].Value, match.Groups["value"].Value))
            .Where(field => field.Item1.Length > 0 && field.Item1 != PageForms.TokenField).ToList();
        foreach (Match select in SelectPattern().Matches(page))
            fields.Add((select.Groups["name"].Value, ChosenPattern().Match(select.Groups["options"].Value).Groups["value"].Value));
        var place = fields.First(field => field.Item1.EndsWith(".Word", StringComparison.Ordinal) && field.Item2 == word.Word).Item1;
        var means = place.Replace(".Word", ".Means", StringComparison.Ordinal);
        return [.. fields.Where(field => field.Item1 != means), (means, word.Means)];
    }

    [GeneratedRegex("<input[^>]*? name=\"(?<name>(?:Name|Table|HeadingRow|OtherDateFormat|TimeZone|Columns|Words)[^\"]*)\"[^>]*? value=\"(?<value>[^\"]*)\"")]
    private static partial Regex InputPattern();

    [GeneratedRegex("<select[^>]*? name=\"(?<name>[^\"]+)\"[^>]*>(?<options>.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex SelectPattern();

    [GeneratedRegex("<option value=\"(?<value>[^\"]*)\" selected")]
    private static partial Regex ChosenPattern();
}
