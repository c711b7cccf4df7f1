using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SmartTracker.Tenants.Tests;

public sealed partial class TextsTests
{
    [Fact]
    public void Every_text_has_its_German_and_no_German_is_left_over()
    {
        var sources = Directory.EnumerateFiles(ModuleFolder(), "*.cs*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Select(File.ReadAllText).ToList();
        var used = sources.SelectMany(source => Text().Matches(source).Concat(Notice().Matches(source)).Concat(State().Matches(source)))
            .Select(match => Regex.Unescape(match.Groups["text"].Value))
            .Concat(new TenantPermissions().Permissions.Select(permission => permission.Description));
        var german = XDocument.Parse(File.ReadAllText(Path.Combine(ModuleFolder(), "Resources", "Texts.de.resx")))
            .Root!.Elements("data").Select(element => element.Attribute("name")!.Value);

        Assert.Equal(used.Distinct().Order(StringComparer.Ordinal), german.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("""\b(?:T|texts)\["(?<text>(?:[^"\\]|\\.)+)"[\],]""")]
    private static partial Regex Text();

    /// <summary>Sentences that a controller says on the next page.</summary>
    [GeneratedRegex("""\bTo(?:List|Switches)\([^"]*(?:"(?:Notice|Problem)", )?"(?<text>[^"]+ [^"]+)"[,)]""")]
    private static partial Regex Notice();

    /// <summary>The words of a tenant's state.</summary>
    [GeneratedRegex("""\("(?:ok|info|off|warn)", "(?<text>[^"]+)"\)""")]
    private static partial Regex State();

    private static string ModuleFolder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../src/Modules/SmartTracker.Tenants"));
}
