using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SmartTracker.Abstractions.Data;
using SmartTracker.Collection.Data;
using SmartTracker.PrinterReaders.State;
using SmartTracker.Printers.Abstractions;
using SmartTracker.TestHost;

namespace SmartTracker.Api.Tests;

/// <summary>Counters against jobs, gaps, and jobs of a second source.</summary>
[Collection(OnApiHosts.Name)]
public sealed class CompletenessTests(ApiHosts hosts)
{
    private static readonly Instant Start = Instant.FromUtc(2026, 9, 30, 22, 0);

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_a_counter_counted_beyond_its_jobs_is_maintenance_is_borne_or_becomes_a_job(DatabaseEngine engine)
    {
        var host = await hosts.OnAsync(engine);
        using var client = await host.ClientAsync(ApiHost.Sued);
        var printer = (await client.CreateAsync("printers", Requests.Printer("Zaehler", "SN-COUNT"))).Text("id");
        await client.CreateAsync("cost-rules", new { printerId = printer, validFrom = "2026-01-01", rates = new[] { new { measure = "mediaArea", unitPrice = "2.40" } } });
        await client.ImportAsync(Requests.Job("SN-COUNT", "1", 1), Requests.Job("SN-COUNT", "2", 3));
        await CountAsync(host, printer, MeterKind.Impressions, 100, 110);
        await CountAsync(host, printer, MeterKind.MediaArea, 0, 5_000_000);
        var table = $"reconciliations?month=2026-10&printer={printer}";
        Assert.Equal((10, 2, 0, 8, 8), Line(await client.ReadAsync(table), "impressions"));

        object Booking(object? amount, string purpose = "maintenance", string? reason = "Calibration") => new { printerId = printer, month = "2026-10", counter = "impressions", purpose, amount, reason };
        Assert.Equal(["amount", "reason"], (await (await client.PostAsJsonAsync("reconciliations/bookings", Booking(null, reason: " "))).FieldErrorsAsync()).Names());
        Assert.Equal(["month", "printerId"], (await (await client.PostAsJsonAsync("reconciliations/bookings", new { month = "2999-01", purpose = "charged", reason = "x" })).FieldErrorsAsync()).Names());
        Assert.Equal(HttpStatusCode.NoContent, (await client.PostAsJsonAsync("reconciliations/bookings", Booking(2))).StatusCode);
        await (await client.PostAsJsonAsync("reconciliations/bookings", Booking(7))).ProblemAsync(HttpStatusCode.Conflict);
        Assert.Equal(HttpStatusCode.NoContent, (await client.PostAsJsonAsync("reconciliations/bookings", Booking(1, "absorbed"))).StatusCode);
        Assert.Equal((10, 2, 2, 6, 5), Line(await client.ReadAsync(table), "impressions"));

        Assert.Equal(HttpStatusCode.NoContent, (await client.PostAsJsonAsync("reconciliations/bookings", new { printerId = printer, month = "2026-10", purpose = "charged", reason = "Nobody saw them" })).StatusCode);
        Assert.Equal((10, 7, 2, 1, 0), Line(await client.ReadAsync(table), "impressions"));
        Assert.Equal((5_000_000, 5_000_000, 0, 0, 0), Line(await client.ReadAsync(table), "mediaArea"));
        var job = (await client.ReadAsync($"print-jobs?printer={printer}&limit=1")).Items()[0]!;
        Assert.Equal(("7.2", "completed", 5), (job["cost"]!.Text("amount"), job.Text("status"), (int)job["impressions"]!));
        await (await client.PostAsJsonAsync("reconciliations/bookings", new { printerId = printer, month = "2026-10", purpose = "charged", reason = "Again" })).ProblemAsync(HttpStatusCode.Conflict);

        var bookings = (await client.ReadAsync($"reconciliations/bookings?printer={printer}&month=2026-10")).Items();
        Assert.Equal(4, bookings.Count);
        var charged = bookings.First(booking => booking!.Text("purpose") == "charged")!;
        Assert.Equal(job.Text("id"), charged.Text("printJobId"));
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync("reconciliations/bookings/" + charged.Text("id"))).StatusCode);
        await (await client.DeleteAsync("reconciliations/bookings/" + charged.Text("id"))).ProblemAsync(HttpStatusCode.NotFound);
        Assert.Equal((10, 2, 2, 6, 5), Line(await client.ReadAsync(table), "impressions"));
        Assert.Equal("cancelled", (await client.ReadAsync("print-jobs/" + job.Text("id"))).Text("status"));

        using var stranger = await host.ClientAsync();
        Assert.Empty((await stranger.ReadAsync(table)).Items());
        await (await stranger.DeleteAsync("reconciliations/bookings/" + bookings[^1]!.Text("id"))).ProblemAsync(HttpStatusCode.NotFound);
        using var customer = await host.ClientAsync(ApiHost.Sued, "Customer");
        foreach (var path in new[] { table, "reconciliations/bookings", "gaps", "second-listings" })
            await (await customer.GetAsync(path)).ProblemAsync(HttpStatusCode.Forbidden);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_gap_is_decided_once_and_may_be_opened_again(DatabaseEngine engine)
    {
        var host = await hosts.OnAsync(engine);
        using var client = await host.ClientAsync();
        var printer = (await client.CreateAsync("printers", Requests.Printer("Luecke", "SN-GAP"))).Text("id");
        await WithGapAsync(host, printer);
        var gap = Assert.Single((await client.ReadAsync($"gaps?printer={printer}&open=true")).Items())!;
        var path = "gaps/" + gap.Text("id");
        Assert.Equal(["reason", "verdict"], (await (await client.PostAsJsonAsync(path + "/decision", new { verdict = "provedByMeters" })).FieldErrorsAsync()).Names());
        var decided = await (await client.PostAsJsonAsync(path + "/decision", new { verdict = "waived", reason = "Test prints" })).JsonAsync();
        Assert.Equal(("waived", "Test prints"), (decided["decision"]!.Text("verdict"), decided["decision"]!.Text("reason")));
        await (await client.PostAsJsonAsync(path + "/decision", new { verdict = "entered", reason = "Later" })).ProblemAsync(HttpStatusCode.Conflict);
        Assert.Empty((await client.ReadAsync($"gaps?printer={printer}&open=true")).Items());

        using var stranger = await host.ClientAsync(ApiHost.Sued);
        foreach (var refused in new[] { await stranger.GetAsync(path), await stranger.PostAsJsonAsync(path + "/decision", new { verdict = "waived", reason = "x" }), await stranger.DeleteAsync(path + "/decision") })
            await refused.ProblemAsync(HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync(path + "/decision")).StatusCode);
        Assert.True((bool)(await client.ReadAsync(path))["isOpen"]!);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_job_of_a_file_that_may_be_a_collected_one_waits_for_an_answer(DatabaseEngine engine)
    {
        var host = await hosts.OnAsync(engine);
        using var client = await host.ClientAsync();
        var printer = (await client.CreateAsync("printers", Requests.Printer("Quelle", "SN-TWO"))).Text("id");
        await client.ImportAsync(Requests.Job("SN-TWO", "1", 1), Requests.Job("SN-TWO", "2", 2));
        // As if the printer itself had told of them.
        await host.Running.InTenantAsync(ApiHost.Nord, async services =>
        {
            var context = services.GetRequiredService<CollectionDbContext>();
            await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(
                context.Database, "UPDATE print_jobs SET source = 'piws' WHERE printer_serial = 'SN-TWO'; UPDATE print_job_sources SET sources = 'piws' WHERE printer_serial = 'SN-TWO'");
        });

        object Row(string name, int day, int minute) => new { printerSerial = "SN-TWO", jobName = name, completedAt = $"2026-10-{day:00}T10:{minute:00}:00Z", copies = 1 };
        var rows = new[] { Row("Plan 1.pdf", 1, 0), Row("Plan 2.pdf", 2, 3), Row("Plan 3.pdf", 3, 0) };
        var imported = await client.ImportAsync(rows);
        Assert.Equal((2, 1), ((int)imported["accepted"]!, (int)imported["duplicates"]!));
        Assert.Equal(3, (int)(await client.ImportAsync(rows))["duplicates"]!);
        Assert.Equal(3, (await client.ReadAsync($"print-jobs?printer={printer}")).Items().Count);

        var asked = Assert.Single((await client.ReadAsync($"second-listings?printer={printer}&state=asked")).Items())!;
        var path = "second-listings/" + asked.Text("id");
        var jobs = (await client.ReadAsync($"print-jobs?printer={printer}")).Items();
        var known = jobs.Single(job => job!.Text("jobName") == "Plan 2.pdf")!.Text("id");
        Assert.Equal(["printJobId"], (await (await client.PostAsJsonAsync(path + "/decision", new { state = "same", printJobId = Guid.NewGuid(), reason = "x" })).FieldErrorsAsync()).Names());
        var same = await (await client.PostAsJsonAsync(path + "/decision", new { state = "same", printJobId = known, reason = "Written three minutes later" })).JsonAsync();
        Assert.Equal(("same", known), (same.Text("state"), same.Text("printJobId")));
        await (await client.PostAsJsonAsync(path + "/decision", new { state = "own", reason = "x" })).ProblemAsync(HttpStatusCode.Conflict);

        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync(path + "/decision")).StatusCode);
        var own = await (await client.PostAsJsonAsync(path + "/decision", new { state = "own", reason = "Printed twice" })).JsonAsync();
        Assert.Equal("own", own.Text("state"));
        Assert.Equal(4, (await client.ReadAsync($"print-jobs?printer={printer}")).Items().Count);
        await (await client.DeleteAsync(path + "/decision")).ProblemAsync(HttpStatusCode.NotFound);
        Assert.Equal(3, (int)(await client.ImportAsync(rows))["duplicates"]!);

        using var stranger = await host.ClientAsync(ApiHost.Sued);
        foreach (var refused in new[] { await stranger.GetAsync(path), await stranger.PostAsJsonAsync(path + "/decision", new { state = "own", reason = "x" }) })
            await refused.ProblemAsync(HttpStatusCode.NotFound);
    }

    private static (long Counted, long Jobs, long Maintenance, long Unknown, long Open) Line(JsonObject table, string counter)
    {
        var line = table.Items().Single(line => line!.Text("counter") == counter)!;
        return ((long)line["counted"]!, (long)line["printJobs"]!, (long)line["maintenance"]!, (long)line["unknown"]!, (long)line["open"]!);
    }

    private static Task CountAsync(ApiHost host, string printer, MeterKind kind, long before, long after) => host.Running.InTenantAsync(ApiHost.Sued, async services =>
    {
        var id = new PrinterId(Guid.Parse(printer));
        var registered = (await services.GetRequiredService<IPrinterConnections>().FindAsync(id, CancellationToken.None))!;
        var meters = services.GetRequiredService<MeterReadStore>();
        foreach (var (value, day) in new[] { (before, 0), (after, 20) })
        {
            var read = new ObservedMeter(kind.ToString(), kind, value, value.ToString(System.Globalization.CultureInfo.InvariantCulture), "");
            await meters.AddAsync(registered, "SN-COUNT", [read], Start + Duration.FromDays(day), CancellationToken.None);
        }
    });

    private static Task WithGapAsync(ApiHost host, string printer) => host.Running.InTenantAsync(ApiHost.Nord, async services =>
    {
        var context = services.GetRequiredService<CollectionDbContext>();
        context.CoverageIntervals.Add(new CoverageRow
        {
            Id = Guid.CreateVersion7(),
            PrinterId = new PrinterId(Guid.Parse(printer)),
            Position = 1,
            QueueId = "",
            FromAt = Start,
            ToAt = Start + Duration.FromHours(3),
            IsGap = true,
        });
        await context.SaveChangesAsync();
    });
}
