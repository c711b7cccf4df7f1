using System.Text.RegularExpressions;
using SmartTracker.TestHost;

namespace SmartTracker.Architecture.Tests;

/// <summary>The table of faults and threats names tests that are there.</summary>
public sealed partial class HostileInputTests
{
    private static readonly string[] Ids =
        ["F6", "F7", "F8", "F9", "F10", "F11", "F12", "F17", "F23", "F24", "F30", "T7", "T8", "T9", "T10", "T11", "T21", "T22"];

    private static string Table => Repository.Text("docs/hostile-input.md");

    [Fact]
    public void Every_fault_and_threat_of_collection_has_its_line_with_tests()
    {
        var lines = Line().Matches(Table);
        Assert.Equal(Ids, lines.Select(line => line.Groups["id"].Value));
        Assert.All(lines, line => Assert.NotEmpty(Named().Matches(line.Value)));
    }

    [Fact]
    public void Every_test_that_it_names_is_there()
    {
        var classes = Repository.Files("tests", "*Tests.cs").Select(file => file.Split('/')).Select(path => $"{path[1]["SmartTracker.".Length..^".Tests".Length]}/{path[^1][..^".cs".Length]}").ToHashSet();
        Assert.Equal("", string.Join('\n', Named().Matches(Table).Select(name => name.Groups["test"].Value).Except(classes)));
    }

    [GeneratedRegex(@"^\| (?<id>[FT]\d+) \|.*$", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"`(?<test>[\w.]+/\w+Tests)`")]
    private static partial Regex Named();
}
