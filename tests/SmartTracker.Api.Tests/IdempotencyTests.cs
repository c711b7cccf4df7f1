using System.Net;
using System.Net.Http.Json;
using SmartTracker.Abstractions.Data;
using SmartTracker.TestHost;

namespace SmartTracker.Api.Tests;

[Collection(OnApiHosts.Name)]
public sealed class IdempotencyTests(ApiHosts hosts)
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_key_does_its_request_once_and_no_other(DatabaseEngine engine)
    {
        var host = await hosts.OnAsync(engine);
        using var client = await host.ClientAsync();
        var printer = Requests.Printer("Einmal");
        var first = await client.CreateAsync("printers", printer, "once");
        using var again = await client.PostAsync("printers", printer, "once");
        Assert.Equal((HttpStatusCode.Created, "true"), (again.StatusCode, again.Headers.GetValues("Idempotency-Replayed").Single()));
        Assert.Equal($"/nord/api/v1/printers/{first.Text("id")}", again.Headers.Location!.OriginalString);
        Assert.Equal(first.ToJsonString(), (await again.JsonAsync()).ToJsonString());

        using var other = await client.PostAsync("printers", Requests.Printer("Anderes"), "once");
        Assert.Contains("another request", (await other.ProblemAsync(HttpStatusCode.UnprocessableEntity)).Text("detail"), StringComparison.Ordinal);

        // Another program's keys are its own.
        using var colleague = await host.ClientAsync();
        await colleague.CreateAsync("printers", Requests.Printer("Nebenan"), "once");

        // What was refused was not done, so the key is still free.
        Assert.Equal(["name"], (await (await client.PostAsync("printers", new { address = "spaeter.example" }, "mended")).FieldErrorsAsync()).Names());
        await client.CreateAsync("printers", Requests.Printer("Spaeter"), "mended");

        foreach (var bad in new[] { "with space", new string('x', 201) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "printers") { Content = JsonContent.Create(printer) };
            request.Headers.TryAddWithoutValidation("Idempotency-Key", bad);
            using var refused = await client.SendAsync(request);
            Assert.Equal(["Idempotency-Key"], (await refused.FieldErrorsAsync()).Names());
        }
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task However_many_send_it_at_once_it_is_done_once(DatabaseEngine engine)
    {
        var host = await hosts.OnAsync(engine);
        using var client = await host.ClientAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.PostAsync("printers", Requests.Printer("Gleichzeitig"), "at-once")));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        var ids = await Task.WhenAll(answers.Select(async answer => (await answer.JsonAsync()).Text("id")));
        Assert.Single(ids.Distinct());
        Assert.Single((await client.ReadAsync("printers?limit=500")).Items(), printer => printer!.Text("name") == "Gleichzeitig");
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Work_that_breaks_off_leaves_nothing_and_is_done_when_it_is_sent_again(DatabaseEngine engine)
    {
        var host = await hosts.OnAsync(engine);
        using var client = await host.ClientAsync();
        var printer = Requests.Printer("Abgebrochen");

        // The work is done, and then the answer cannot be stored beside it.
        await RefuseAnswersAsync(host, engine, refuse: true);
        Assert.Equal(HttpStatusCode.InternalServerError, (await client.PostAsync("printers", printer, "broken")).StatusCode);
        Assert.DoesNotContain((await client.ReadAsync("printers?limit=500")).Items(), known => known!.Text("name") == "Abgebrochen");
        await RefuseAnswersAsync(host, engine, refuse: false);
        var created = await client.CreateAsync("printers", printer, "broken");
        Assert.Equal(created.Text("id"), (await (await client.PostAsync("printers", printer, "broken")).JsonAsync()).Text("id"));

        // The work itself fails in a way that nobody foresaw.
        var rule = new { validFrom = "2026-10-01", rates = new[] { new { measure = "job", unitPrice = "1" } } };
        await host.SqlAsync(ApiHost.Nord, "ALTER TABLE cost_rules RENAME TO cost_rules_away");
        using var failed = await client.PostAsync("cost-rules", rule, "away");
        var problem = await failed.ProblemAsync(HttpStatusCode.InternalServerError);
        Assert.NotEqual("", problem.Text("reference"));
        Assert.DoesNotContain("cost_rules", problem.ToJsonString(), StringComparison.Ordinal);
        await host.SqlAsync(ApiHost.Nord, "ALTER TABLE cost_rules_away RENAME TO cost_rules");
        await client.CreateAsync("cost-rules", rule, "away");
    }

    private static async Task RefuseAnswersAsync(ApiHost host, DatabaseEngine engine, bool refuse)
    {
        foreach (var sql in (engine, refuse) switch
        {
            (DatabaseEngine.Sqlite, true) => ["CREATE TRIGGER refuse_answers BEFORE UPDATE ON api_answers BEGIN SELECT RAISE(ABORT, 'refused'); END"],
            (DatabaseEngine.Sqlite, false) => ["DROP TRIGGER refuse_answers"],
            (_, true) => new[]
            {
                "CREATE FUNCTION refuse_answers() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$",
                "CREATE TRIGGER refuse_answers BEFORE UPDATE ON api_answers FOR EACH ROW EXECUTE FUNCTION refuse_answers()",
            },
            _ => ["DROP TRIGGER refuse_answers ON api_answers", "DROP FUNCTION refuse_answers()"],
        })
            await host.SqlAsync(ApiHost.Nord, sql);
    }
}
