using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Printers.Checklists;
using SmartTracker.Printers.Domain.Checklist;

namespace SmartTracker.Printers.Tests;

public sealed partial class TextsTests
{
    [Fact]
    public void Every_text_of_code_and_pages_has_its_German()
    {
        var used = Directory.EnumerateFiles(ModuleFolder(), "*.cs*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .SelectMany(file => Text().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value)
            .Concat(new PrinterPermissions().Permissions.Select(permission => permission.Description)).ToHashSet(StringComparer.Ordinal);
        var german = XDocument.Parse(File.ReadAllText(Path.Combine(ModuleFolder(), "Resources", "Texts.de.resx")))
            .Root!.Elements("data").Select(element => element.Attribute("name")!.Value);
        Assert.True(used.Count > 200);
        Assert.Equal("", string.Join('\n', used.Except(german).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Every_finding_has_its_own_sentence_and_steps_in_both_languages()
    {
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite);
        var english = await world.InLanguageAsync("en", Describe);
        var german = await world.InLanguageAsync("de", Describe);
        // These two pass on the sentence of the problem itself.
        var own = Enum.GetValues<FindingCase>().Length - 2;
        Assert.Equal(own, english.Select(text => text.Sentence).Where(text => text != "1").Distinct().Count());
        Assert.Equal(own, german.Select(text => text.Sentence).Where(text => text != "1").Distinct().Count());
        Assert.All(english.Zip(german), pair =>
        {
            Assert.True(pair.First.Sentence == "1" || pair.First.Sentence != pair.Second.Sentence, pair.First.Sentence);
            Assert.Equal(pair.First.Steps.Count, pair.Second.Steps.Count);
            Assert.DoesNotContain(pair.First.Steps.Where(step => !step.StartsWith("Go to `Se", StringComparison.Ordinal)), pair.Second.Steps.Contains);
            Assert.All(pair.First.Steps.Concat(pair.Second.Steps), step => Assert.Equal(0, step.Count(letter => letter == '`') % 2));
        });
    }

    [Theory]
    [InlineData("HP DesignJet T1700 44in", "`Show user name and job name in job accounting`", "`Exclude personal")]
    [InlineData("HP DesignJet T2500 eMFP", "`Exclude personal information from accounting email`", "`Show user name")]
    public async Task Steps_name_the_switch_of_this_model_and_not_that_of_another(string model, string named, string other)
    {
        await using var world = await World.StartAsync(DatabaseEngine.Sqlite);
        var steps = string.Join(' ', await world.InLanguageAsync("de", services =>
            services.GetRequiredService<ReadinessTexts>().Steps(new Finding(ReadinessPoint.UserNames, ReadinessResult.Failed, FindingCase.UserNamesWithheld), model)));
        Assert.Contains(named, steps, StringComparison.Ordinal);
        Assert.DoesNotContain(other, steps, StringComparison.Ordinal);
        Assert.Contains("Melden Sie sich".ToLowerInvariant(), steps.ToLowerInvariant(), StringComparison.Ordinal);
    }

    private static List<(string Sentence, IReadOnlyList<string> Steps)> Describe(IServiceProvider services)
    {
        var texts = services.GetRequiredService<ReadinessTexts>();
        return [.. Enum.GetValues<FindingCase>().Select(@case => new Finding(ReadinessPoint.Contact, ReadinessResult.Open, @case, "1", "2", "3", "4"))
            .Select(finding => (texts.Sentence(finding), texts.Steps(finding, "Some printer")))];
    }

    [GeneratedRegex("""\b[tT]\["([^"]+)"[\],]""")]
    private static partial Regex Text();

    private static string ModuleFolder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../src/Modules/SmartTracker.Printers"));
}
