using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SmartTracker.Abstractions.Security;

namespace SmartTracker.Users.Tests;

public sealed partial class TextsTests
{
    /// <summary>Texts that reach the localizer through a name: roles, permissions, and what a controller or use case hands to its own Refuse, Done or Link.</summary>
    [Fact]
    public void Every_text_has_its_German_and_no_German_is_left_over()
    {
        var sources = Directory.EnumerateFiles(ModuleFolder(), "*.cs*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Select(File.ReadAllText).ToList();
        var literals = sources.SelectMany(source => Literal().Matches(source)).Select(match => match.Groups[1].Value).ToHashSet();
        var used = sources.SelectMany(source => Text().Matches(source)).Select(match => match.Groups[1].Value)
            .Concat(sources.SelectMany(source => Handed().Matches(source)).SelectMany(match => Sentence().Matches(match.Value)).Select(match => match.Groups[1].Value))
            .Concat(new UserPermissions().Permissions.Select(permission => permission.Description))
            .Concat([RoleIds.Operator, RoleIds.Administrator, RoleIds.Bookkeeper, RoleIds.Customer]).ToHashSet();
        var german = XDocument.Parse(File.ReadAllText(Path.Combine(ModuleFolder(), "Resources", "Texts.de.resx")))
            .Root!.Elements("data").Select(element => element.Attribute("name")!.Value).ToHashSet();

        Assert.Empty(used.Except(german));
        Assert.Empty(german.Except(used).Except(literals));
        Assert.True(used.Count > 150);
    }

    [GeneratedRegex("""\b(?:T|texts)\["([^"]+)"[\],]""")]
    private static partial Regex Text();

    [GeneratedRegex("""\b(?:Refuse|Done|Link|AnswerAsync)\([^;]*;""")]
    private static partial Regex Handed();

    [GeneratedRegex("\"([A-Z{][^\"]* [^\"]*)\"")]
    private static partial Regex Sentence();

    [GeneratedRegex("\"([^\"\\n]+)\"")]
    private static partial Regex Literal();

    private static string ModuleFolder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../src/Modules/SmartTracker.Users"));
}
