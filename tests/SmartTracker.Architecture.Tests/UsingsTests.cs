using System.Text.RegularExpressions;
using SmartTracker.TestHost;

namespace SmartTracker.Architecture.Tests;

/// <summary>The layout's check reads files without their projects, and then says nothing of the order of usings.</summary>
public sealed partial class UsingsTests
{
    [Fact]
    public void Usings_stand_in_order_with_System_first_then_the_static_ones_then_other_names()
    {
        var wrong = new[] { "src", "tests", "bench" }.SelectMany(folder => Repository.Files(folder, "*.cs"))
            .Where(file => Directives(Repository.Text(file)) is var read && !read.SequenceEqual(read.Order(ByPlace)));
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("using Xunit;\nusing System;\n")]
    [InlineData("using B;\nusing A;\n")]
    [InlineData("using A.B.C;\nusing A.B;\n")]
    [InlineData("using static A.B;\nusing C;\n")]
    [InlineData("using A = B.C;\nusing static D.E;\n")]
    public void Disorder_is_seen(string source) => Assert.False(Directives(source) is var read && read.SequenceEqual(read.Order(ByPlace)));

    private static readonly Comparer<(int Kind, bool IsSystem, string Name)> ByPlace = Comparer<(int Kind, bool IsSystem, string Name)>.Create((one, other) =>
        one.Kind != other.Kind ? one.Kind.CompareTo(other.Kind)
        : one.IsSystem != other.IsSystem ? other.IsSystem.CompareTo(one.IsSystem)
        : string.Compare(one.Name, other.Name, StringComparison.OrdinalIgnoreCase));

    // A full stop sorts before every letter, so that a namespace comes before those inside it.
    private static List<(int Kind, bool IsSystem, string Name)> Directives(string source) =>
        [.. Directive().Matches(source).Select(line => (
            line.Groups["kind"].Value == "static " ? 1 : line.Groups["kind"].Value.Length > 0 ? 2 : 0,
            line.Groups["name"].Value.Split('.')[0] == "System",
            line.Groups["kind"].Value is "" or "static " ? line.Groups["name"].Value : line.Groups["kind"].Value))];

    [GeneratedRegex(@"^using (?<kind>static |\w+ = |)(?<name>[\w.]+)\S*;\r?$", RegexOptions.Multiline)]
    private static partial Regex Directive();
}
