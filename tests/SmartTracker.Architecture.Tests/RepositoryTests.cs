using System.Text.RegularExpressions;
using System.Xml.Linq;
using SmartTracker.TestHost;

namespace SmartTracker.Architecture.Tests;

public sealed partial class RepositoryTests
{
    private static IEnumerable<string> Projects => Repository.Files("src", "*.csproj").Concat(Repository.Files("tests", "*.csproj"));

    [Fact]
    public void No_project_is_a_place_for_leftovers()
    {
        string[] leftovers = ["Common", "Core", "Shared", "Utils", "Utilities", "Helpers"];
        Assert.DoesNotContain(Projects, project => Path.GetFileNameWithoutExtension(project).Split('.').Intersect(leftovers).Any());
    }

    [Fact]
    public void Every_project_is_built_by_the_solution_and_has_its_packages_locked()
    {
        var solution = Repository.Text("SmartTracker.Web.sln").Replace('\\', '/');
        Assert.All(Projects, project => Assert.Contains(project, solution, StringComparison.Ordinal));
        Assert.All(Projects, project => Assert.True(File.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(project)!, "packages.lock.json")), project));
    }

    [Fact]
    public void Every_package_has_its_reason_and_licence_in_the_docs()
    {
        var packages = Repository.Text("docs/dependencies.md").Split("## Vendored files")[0];
        var documented = TableRow().Matches(packages)
            .Select(row => (row.Groups["name"].Value, row.Groups["version"].Value)).Order().ToArray();
        var used = XDocument.Parse(Repository.Text("Directory.Packages.props")).Descendants("PackageVersion")
            .Select(package => (package.Attribute("Include")!.Value, package.Attribute("Version")!.Value)).Order().ToArray();
        Assert.Equal(used, documented);
    }

    [Fact]
    public void Every_module_says_in_at_most_60_lines_what_it_owns()
    {
        var modules = Projects.Where(project => project.StartsWith("src/Modules/", StringComparison.Ordinal) && !project.Contains(".Abstractions/", StringComparison.Ordinal));
        Assert.All(modules, project =>
        {
            var readme = Path.Combine(Repository.Root, Path.GetDirectoryName(project)!, "README.md");
            Assert.True(File.Exists(readme), $"{project} has no README.md beside it.");
            Assert.InRange(File.ReadLines(readme).Count(), 1, 60);
        });
    }

    [Fact]
    public void A_record_of_a_decision_is_short_and_on_the_map()
    {
        var map = Repository.Text("docs/index.md");
        Assert.All(Repository.Files("docs/adr", "*.md"), record =>
        {
            Assert.InRange(Repository.Text(record).Split('\n').Length, 1, 51);
            Assert.Contains(Path.GetFileName(record), map, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Links_in_the_docs_lead_somewhere() =>
        Assert.All(Repository.Files("docs", "*.md").Append("README.md"), page => Assert.All(
            Link().Matches(Repository.Text(page)).Select(link => link.Groups["target"].Value).Where(target => !target.Contains("://", StringComparison.Ordinal)),
            target => Assert.True(Path.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, target)), $"{page} links to {target}.")));

    [GeneratedRegex(@"^\| (?<name>[A-Za-z][\w.]+) \| (?<version>\d+\.\d+\.\d+) \|", RegexOptions.Multiline)]
    private static partial Regex TableRow();

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)[^)]*\)")]
    private static partial Regex Link();
}
