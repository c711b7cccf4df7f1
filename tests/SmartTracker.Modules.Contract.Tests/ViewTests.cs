using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.Hosting;
using SmartTracker.TestHost;

namespace SmartTracker.Modules.Contract.Tests;

public sealed partial class ViewTests
{
    public static TheoryData<string> ModuleViews => [.. Sources.ModuleViews];

    public static TheoryData<string> AllViews => [.. Sources.AllViews];

    /// <summary>All modules share one space of views, and the first one found would win.</summary>
    [Fact]
    public void No_two_assemblies_have_a_view_of_the_same_path()
    {
        var views = Modules.Shipped.SelectMany(assembly => assembly.GetCustomAttributes(typeof(RazorCompiledItemAttribute), false)
            .Cast<RazorCompiledItemAttribute>().Select(view => (Path: view.Identifier, Assembly: Modules.NameOf(assembly)))).ToArray();
        Assert.NotEmpty(views);
        Assert.Empty(views.GroupBy(view => view.Path, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1)
            .Select(group => $"{group.Key} in {string.Join(" and ", group.Select(view => view.Assembly))}"));
    }

    [Fact]
    public void Only_the_shell_starts_views() =>
        Assert.Equal(["src/Host/SmartTracker.Shell/Views/_ViewStart.cshtml"], Sources.AllViews.Where(view => view.EndsWith("/_ViewStart.cshtml", StringComparison.Ordinal)));

    [Theory, MemberData(nameof(ModuleViews))]
    public void A_modules_view_sets_no_layout(string view) => Assert.DoesNotMatch(LayoutIsSet(), Repository.Text(view));

    [Theory, MemberData(nameof(ModuleViews))]
    public void A_modules_view_has_no_sections_but_scripts_and_actions(string view) =>
        Assert.All(Section().Matches(Repository.Text(view)).Select(section => section.Groups["name"].Value), name => Assert.Contains(name, new[] { "Scripts", "Actions" }));

    [Theory, MemberData(nameof(ModuleViews))]
    public void A_modules_view_uses_the_frameworks_tag_helpers_only(string view) =>
        Assert.All(TagHelpers().Matches(Repository.Text(view)).Select(line => line.Groups["assembly"].Value), assembly => Assert.StartsWith("Microsoft.AspNetCore.Mvc.", assembly, StringComparison.Ordinal));

    /// <summary>A tenant's pages lie under its prefix, so an address from the root would leave the tenant.</summary>
    [Theory, MemberData(nameof(ModuleViews))]
    public void A_modules_view_links_inside_its_tenant(string view) => Assert.DoesNotMatch(AddressFromTheRoot(), Repository.Text(view));

    [Theory, MemberData(nameof(AllViews))]
    public void Text_stays_text(string view) => Assert.DoesNotContain("Html.Raw", Repository.Text(view), StringComparison.Ordinal);

    /// <summary>The content security policy forbids them, so they would not work.</summary>
    [Theory, MemberData(nameof(AllViews))]
    public void No_script_style_or_handler_is_written_into_a_page(string view)
    {
        var text = Repository.Text(view);
        Assert.DoesNotMatch(InlineScript(), text);
        Assert.DoesNotMatch(InlineStyle(), text);
        Assert.DoesNotMatch(Handler(), text);
    }

    [GeneratedRegex(@"(^|[\s{;])Layout\s*=[^=]")]
    private static partial Regex LayoutIsSet();

    [GeneratedRegex(@"@section\s+(?<name>\w+)")]
    private static partial Regex Section();

    [GeneratedRegex(@"@addTagHelper\s+\S+,\s*(?<assembly>[\w.]+)")]
    private static partial Regex TagHelpers();

    [GeneratedRegex("""(href|src|action)="/""", RegexOptions.IgnoreCase)]
    private static partial Regex AddressFromTheRoot();

    [GeneratedRegex(@"<script(?![^>]*\ssrc=)[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex InlineScript();

    [GeneratedRegex(@"<style\b|\sstyle\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex InlineStyle();

    [GeneratedRegex(@"<[^>]*\son[a-z]+\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex Handler();
}
