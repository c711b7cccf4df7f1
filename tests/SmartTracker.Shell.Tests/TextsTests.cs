using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SmartTracker.Shell.Tests;

public sealed partial class TextsTests
{
    private static readonly string Root = RootFolder();

    [Fact]
    public void Every_text_has_its_German_and_no_German_is_left_over()
    {
        var shell = Path.Combine(Root, "src/Host/SmartTracker.Shell");
        var sources = Directory.EnumerateFiles(shell, "*.cs*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Select(File.ReadAllText).ToList();
        var used = sources.SelectMany(source => Text().Matches(source).Concat(Refusal().Matches(source)))
            .Select(match => Regex.Unescape(match.Groups["text"].Value)).Where(text => text != "{0}")
            .Concat(SetupRecipes());
        var german = XDocument.Parse(File.ReadAllText(Path.Combine(shell, "Resources", "Texts.de.resx")))
            .Root!.Elements("data").Select(element => element.Attribute("name")!.Value);

        Assert.Equal(used.Distinct().Order(StringComparer.Ordinal), german.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> SetupRecipes() =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, "recipes"), "*.json")
        let recipe = JsonNode.Parse(File.ReadAllText(file))!
        where (bool)recipe["issetuprecipe"]!
        from text in new[] { "displayName", "description" }
        select (string)recipe[text]!;

    [GeneratedRegex("""\b(?:T|texts)\["(?<text>[^"]+)"[\],]""")]
    private static partial Regex Text();

    /// <summary>Sentences of refusals that name a field are shown through the localizer.</summary>
    [GeneratedRegex("""(?:new TenantRefusedException\(\s*nameof\([\w.]+\)|Refused\(settings), "(?<text>[^"]+)"[,)]""")]
    private static partial Regex Refusal();

    private static string RootFolder([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../.."));
}
