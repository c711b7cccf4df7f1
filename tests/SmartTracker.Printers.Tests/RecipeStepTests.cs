using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.PrinterReaders;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Recipes;
using SmartTracker.TestHost;

namespace SmartTracker.Printers.Tests;

public class RecipeStepTests
{
    private const string Step = """{"name":"Printers","Printers":[{"Name":"EG","Address":"https://10.1.2.3:8443/","Protocol":"piws","AdminPassword":"horse"}]}""";

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Running_the_step_again_changes_nothing_and_a_new_name_is_taken_over(DatabaseEngine engine)
    {
        await using var world = await World.StartAsync(engine);
        Assert.Equal(["register printer EG at https://10.1.2.3:8443/"], await RunAsync(world, Step));
        var first = Assert.Single(await world.PrintersAsync());

        Assert.Empty(await RunAsync(world, Step));
        var again = Assert.Single(await world.PrintersAsync());
        Assert.Equal(first.ProtectedPassword, again.ProtectedPassword);

        Assert.Single(await RunAsync(world, Step.Replace("\"EG\"", "\"Erdgeschoss\"", StringComparison.Ordinal)));
        var renamed = Assert.Single(await world.PrintersAsync());
        Assert.Equal((first.Id, "Erdgeschoss"), (renamed.Id, renamed.Name));
    }

    [Fact]
    public async Task An_IPP_printer_is_registered_by_a_recipe()
    {
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite);
        await RunAsync(world, """{"name":"Printers","Printers":[{"Name":"Kopierer","Address":"10.1.2.3","Protocol":"ipp"}]}""");
        var printer = Assert.Single(await world.PrintersAsync());
        Assert.Equal(("ipp", "ipps://10.1.2.3:631/ipp/print"), (printer.Protocol, printer.Address));
        Assert.Empty(await RunAsync(world, """{"name":"Printers","Printers":[{"Name":"Kopierer","Address":"ipps://10.1.2.3","Protocol":"ipp"}]}"""));
    }

    [Theory]
    [InlineData("""{"name":"Printers"}""", "'Printers' must be a list")]
    [InlineData("""{"name":"Printers","Printers":[7]}""", "must be an object")]
    [InlineData("""{"name":"Printers","Printers":[{"Address":"10.1.2.3"}]}""", "'Name'")]
    [InlineData("""{"name":"Printers","Printers":[{"Name":"EG","Address":"http://x"}]}""", "'http://x'")]
    [InlineData("""{"name":"Printers","Printers":[{"Name":"EG","Address":"10.1.2.3","Protocol":"fax"}]}""", "'fax'")]
    [InlineData("""{"name":"Printers","Printers":[{"Name":"EG","Address":10}]}""", "'Address' must be text")]
    [InlineData("""{"name":"Printers","Printers":[{"Name":"A","Address":"10.1.2.3"},{"Name":"B","Address":"https://10.1.2.3"}]}""", "listed twice")]
    public async Task A_wrong_step_names_what_to_mend_and_stores_nothing(string step, string words)
    {
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite);
        var exception = await Assert.ThrowsAsync<RecipeException>(() => RunAsync(world, step));
        Assert.Contains(words, exception.Message, StringComparison.Ordinal);
        Assert.Empty(await world.PrintersAsync());
    }

    [Fact]
    public async Task Every_failure_of_a_reader_has_its_own_sentence_in_both_languages()
    {
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite);
        var codes = Enum.GetNames<ReaderFailureCode>().Append("NoSuchCode").ToList();
        var english = await world.InLanguageAsync("en", services => Describe(services, codes));
        var german = await world.InLanguageAsync("de", services => Describe(services, codes));
        Assert.Equal(codes.Count, english.Distinct().Count());
        Assert.Equal(codes.Count, german.Distinct().Count());
        Assert.Empty(english.Intersect(german));
    }

    private static List<string> Describe(IServiceProvider services, IEnumerable<string> codes)
    {
        var texts = services.GetRequiredService<IPrinterProblemTexts>();
        return [.. codes.Select(code => texts.Describe(new PrinterProblem(code, "one", "two")))];
    }

    private static Task<IReadOnlyList<string>> RunAsync(World world, string json) => world.Host.InTenantAsync(World.Tenant, async services =>
    {
        var step = services.GetServices<IRecipeStep>().OfType<PrintersRecipeStep>().Single();
        var plan = await step.PlanAsync(JsonNode.Parse(json)!.AsObject(), CancellationToken.None);
        await using var transaction = await services.GetRequiredService<ITenantDatabase>().BeginAsync(CancellationToken.None);
        await step.ExecuteAsync(JsonNode.Parse(json)!.AsObject(), CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return plan;
    });
}
