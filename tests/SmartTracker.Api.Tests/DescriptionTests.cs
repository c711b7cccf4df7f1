using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.TestHost;

namespace SmartTracker.Api.Tests;

/// <summary>The description of the interface lies in the documentation, so that a change which programs notice is read in a review.</summary>
[Collection(OnApiHosts.Name)]
public sealed class DescriptionTests(ApiHosts hosts)
{
    private const string Rewrite = "SMARTTRACKER_WRITE_OPENAPI";

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_interface_is_the_one_in_the_documentation()
    {
        var served = (await DocumentAsync(Tenant.DefaultName)).ToJsonString(Layout) + "\n";
        var file = Path.Combine(Repository.Root, "docs", "openapi.json");
        if (Environment.GetEnvironmentVariable(Rewrite) is not null)
            await File.WriteAllTextAsync(file, served);
        Assert.True(
            File.Exists(file) && await File.ReadAllTextAsync(file) == served,
            $"The interface is not the one that docs/openapi.json describes. If it is meant to be so, run this test with {Rewrite}=1, read the difference, and commit both.");
    }

    [Fact]
    public async Task Every_operation_says_what_it_does_and_can_answer_and_what_it_needs()
    {
        var document = await DocumentAsync(Tenant.DefaultName);
        var operations = document["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(operation => (Name: $"{operation.Key} {path.Key}", Operation: operation.Value!.AsObject()))).ToList();
        Assert.True(operations.Count > 30, string.Join('\n', operations.Select(operation => operation.Name)));
        Assert.Equal(operations.Count, operations.Select(operation => operation.Operation.Text("operationId")).Distinct().Count());
        Assert.All(operations, operation =>
        {
            Assert.False(string.IsNullOrEmpty((string?)operation.Operation["summary"]), operation.Name);
            Assert.Contains("Needs the permission", operation.Operation.Text("description"), StringComparison.Ordinal);
            var answers = operation.Operation["responses"]!.AsObject();
            Assert.Contains(answers, answer => answer.Key[0] == '2');
            Assert.All(answers.Where(answer => answer.Key[0] != '2'), answer => Assert.Equal("application/problem+json", Assert.Single(answer.Value!["content"]!.AsObject()).Key));
            Assert.Equal(operation.Name.StartsWith("post ", StringComparison.Ordinal), operation.Operation["parameters"]?.AsArray().Any(parameter => (string?)parameter!["name"] == "Idempotency-Key") == true);
        });
    }

    [Fact]
    public async Task A_tenant_describes_only_what_it_has_and_shows_it_as_a_page()
    {
        var host = await hosts.OnAsync(DatabaseEngine.Sqlite);
        var document = await DocumentAsync(ApiHost.Nord);
        Assert.Equal("/nord", (string)document["servers"]![0]!["url"]!);
        Assert.Equal("/sued", (string)(await DocumentAsync(ApiHost.Sued))["servers"]![0]!["url"]!);
        Assert.Contains("/api/v1/bills", document["paths"]!.AsObject().Select(path => path.Key));
        Assert.DoesNotContain(document["paths"]!.AsObject(), path => path.Key.Contains("invoices", StringComparison.Ordinal) || path.Key.Contains("tenants", StringComparison.Ordinal));

        var admin = await Session.OpenAsync(host.Running, ApiHost.Nord, "admin", ApiHost.Password);
        var page = await admin.GetAsync("/admin/api");
        Assert.All(document["paths"]!.AsObject(), path => Assert.Contains("/nord" + path.Key, page.Text, StringComparison.Ordinal));
        Assert.Contains("mediaAreaMm2", page.Text, StringComparison.Ordinal);
    }

    private async Task<JsonObject> DocumentAsync(string tenant)
    {
        var host = await hosts.OnAsync(DatabaseEngine.Sqlite);
        using var anybody = host.Running.Browser(tenant);
        using var answer = await anybody.GetAsync("openapi/v1.json");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.JsonAsync();
    }
}
