using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Agents.Data;
using SmartTracker.Agents.Domain;
using SmartTracker.Agents.Enrolling;
using SmartTracker.Api.Keys;
using SmartTracker.Protocols.Agent;
using SmartTracker.TestHost;

namespace SmartTracker.Agent.Tests.Site;

public sealed class AgentAccessTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_token_lets_one_agent_in_and_its_key_opens_its_own_site_only_until_it_is_revoked(DatabaseEngine engine)
    {
        await using var site = await CustomerSite.StartAsync(engine, printers: 1);
        var admin = await site.SignInAsync();
        var token = await CustomerSite.TokenAsync(admin);

        // Many at the same moment: the database lets one in.
        var tries = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => site.InAsync(CustomerSite.Nord, services =>
            services.GetRequiredService<AgentEnroller>().EnrolAsync(token, "1", "test", CancellationToken.None))));
        var key = Assert.Single(tries, enrolled => enrolled is not null)!.Value.Key.Text;
        Assert.Single(await AgentsAsync(site));

        using var mine = site.WithKey(key);
        Assert.Equal(HttpStatusCode.OK, (await mine.GetAsync(AgentPaths.Plan)).StatusCode);
        using var elsewhere = site.WithKey(key, CustomerSite.Direct);
        await AssertKeyRefusedAsync(elsewhere);
        using var guessed = site.WithKey(AgentSecrets.Key.New().Text);
        await AssertKeyRefusedAsync(guessed);

        // Neither a person's cookies nor another program's key are an agent's.
        Assert.Equal(401, (await admin.GetAsync("/api/agent/v1/plan")).Status);
        var program = await site.InAsync(CustomerSite.Nord, services => services.GetRequiredService<ApiKeyIssuer>()
            .CreateAsync(new("Program", ["Administrator"], null, "admin"), CancellationToken.None));
        using var other = site.WithKey(program.Text.Text);
        await AssertKeyRefusedAsync(other);
        Assert.Equal(HttpStatusCode.Unauthorized, (await mine.GetAsync(new Uri(site.Host.Address, "nord/api/v1/printers"))).StatusCode);

        var agent = await site.AgentAsync();
        await admin.PostAsync($"/admin/agents/{agent}/revoke");
        using var late = site.WithKey(key);
        await AssertKeyRefusedAsync(late);
        Assert.Contains("Revoked on", (await admin.GetAsync("/admin/agents")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await (await site.SignInAsync(tenant: CustomerSite.Direct)).GetAsync($"/admin/agents/{agent}")).Status);
    }

    [Fact]
    public async Task A_token_that_was_withdrawn_used_expired_or_made_up_lets_nobody_in()
    {
        await using var site = await CustomerSite.StartAsync(DatabaseEngine.Sqlite, printers: 1);
        var admin = await site.SignInAsync();
        var (withdrawn, expired, used) = (await CustomerSite.TokenAsync(admin), await CustomerSite.TokenAsync(admin), await CustomerSite.TokenAsync(admin));
        var id = await site.InAsync(CustomerSite.Nord, async services =>
        {
            var context = services.GetRequiredService<AgentsDbContext>();
            await context.Database.ExecuteSqlAsync($"UPDATE agent_enrolments SET expires_at = created_at WHERE public_id = {expired.Substring(4, 8)}");
            return (await context.Enrolments.SingleAsync(enrolment => enrolment.PublicId == withdrawn.Substring(4, 8))).Id;
        });
        Assert.Equal(302, (await admin.PostAsync($"/admin/agents/invitations/{id}/withdraw")).Status);
        using var client = site.Host.Browser(CustomerSite.Nord);
        Assert.Equal(HttpStatusCode.Created, await EnrolAsync(client, used));
        foreach (var token in new[] { withdrawn, expired, used, used[..^1] + (used[^1] == 'a' ? 'b' : 'a'), AgentSecrets.Token.New().Text, "", AgentSecrets.Key.New().Text })
            Assert.Equal(HttpStatusCode.Forbidden, await EnrolAsync(client, token));
        using var elsewhere = site.Host.Browser(CustomerSite.Direct);
        Assert.Equal(HttpStatusCode.Forbidden, await EnrolAsync(elsewhere, await CustomerSite.TokenAsync(admin)));
        using var nonsense = await client.PostAsync(AgentPaths.Root + AgentPaths.Enrolments, CustomerSite.JsonContent(new { }));
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (nonsense.StatusCode, nonsense.Content.Headers.ContentType?.MediaType));

        // Hash in the database, nothing in the page that comes next.
        Assert.DoesNotContain(used, (await admin.GetAsync("/admin/agents")).Text, StringComparison.Ordinal);
        Assert.Equal(403, (await (await site.SignInAsync("books")).GetAsync("/admin/agents")).Status);
    }

    [Fact]
    public async Task Who_may_enrol_agents_can_load_their_program_down_where_the_operator_put_it()
    {
        using var folder = new Folder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "win-x64"));
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "win-x64", "smarttracker-agent.exe"), "MZ");
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "secret"), "secret");
        await using var site = await CustomerSite.StartAsync(DatabaseEngine.Sqlite, printers: 1, programs: folder.Path);
        var admin = await site.SignInAsync();
        var page = (await admin.PostAsync("/admin/agents/new", ("Name", "Hamburg"))).Text;
        Assert.Contains("/nord/admin/agents/programs/win-x64\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("programs/linux-x64", page, StringComparison.Ordinal);
        var program = await admin.GetAsync("/admin/agents/programs/win-x64");
        Assert.Equal(("MZ", "smarttracker-agent.exe"), (program.Text, program.ContentHeaders.ContentDisposition?.FileName));
        foreach (var other in new[] { "linux-x64", "secret", "..%2fsecret", "win-x64%2f..%2f..%2fsecret", "." })
            Assert.Equal(404, (await admin.GetAsync("/admin/agents/programs/" + other)).Status);
        Assert.Equal(403, (await (await site.SignInAsync("books")).GetAsync("/admin/agents/programs/win-x64")).Status);
    }

    private static async Task<HttpStatusCode> EnrolAsync(HttpClient client, string token)
    {
        using var answer = await client.PostAsync(AgentPaths.Root + AgentPaths.Enrolments, CustomerSite.JsonContent(new { token, version = "1", platform = "test" }));
        return answer.StatusCode;
    }

    private static async Task AssertKeyRefusedAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(AgentPaths.Plan);
        Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains(AgentPaths.KeyRefused, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<Agents.Domain.Agent>> AgentsAsync(CustomerSite site) =>
        site.InAsync(CustomerSite.Nord, services => services.GetRequiredService<AgentStore>().ListAsync(CancellationToken.None));
}
