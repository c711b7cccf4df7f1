using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SmartTracker.Reports.Tests;

public sealed partial class TextsTests
{
    [Fact]
    public void Every_text_has_its_German_and_no_German_is_left_over()
    {
        var sources = Directory.EnumerateFiles(ModuleFolder(), "*.cs*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Select(File.ReadAllText).ToList();
        var used = sources.SelectMany(source => Text().Matches(source)).Select(match => match.Groups[1].Value)
            .Concat(sources.SelectMany(source => MissingWord().Matches(source)).SelectMany(match => Literal().Matches(match.Value)).Select(match => match.Groups[1].Value))
            .Concat(new ReportPermissions().Permissions.Select(permission => permission.Description));
        var german = XDocument.Parse(File.ReadAllText(Path.Combine(ModuleFolder(), "Resources", "Texts.de.resx")))
            .Root!.Elements("data").Select(element => element.Attribute("name")!.Value);

        Assert.Equal(used.Distinct().Order(StringComparer.Ordinal), german.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("""\b(?:T|texts)\["([^"]+)"[\],]""")]
    private static partial Regex Text();

    [GeneratedRegex("""\bMissing\([^)]*\)""")]
    private static partial Regex MissingWord();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Literal();

    private static string ModuleFolder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../src/Modules/SmartTracker.Reports"));
}
