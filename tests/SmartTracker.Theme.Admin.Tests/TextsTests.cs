using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SmartTracker.Theme.Admin.Tests;

public sealed partial class TextsTests
{
    [Theory]
    [InlineData("SmartTracker.Theme.Admin")]
    [InlineData("SmartTracker.Theme.Portal")]
    public void Every_text_of_the_views_has_its_German_and_no_German_is_left_over(string theme)
    {
        var folder = Path.Combine(ThemesFolder(), theme);
        var used = Directory.EnumerateFiles(Path.Combine(folder, "Views"), "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(file => Text().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value);
        var german = XDocument.Parse(File.ReadAllText(Path.Combine(folder, "Resources", "Texts.de.resx")))
            .Root!.Elements("data").Select(element => element.Attribute("name")!.Value);

        Assert.Equal(used.Distinct().Order(StringComparer.Ordinal), german.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("""\bT\["([^"]+)"[\],]""")]
    private static partial Regex Text();

    private static string ThemesFolder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../src/Themes"));
}
