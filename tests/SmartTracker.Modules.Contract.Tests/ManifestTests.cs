using System.Globalization;
using System.Resources;
using SmartTracker.Abstractions.Modules;
using SmartTracker.TestHost;

namespace SmartTracker.Modules.Contract.Tests;

public sealed class ManifestTests
{
    public static TheoryData<string> AllModules => Modules.Names;

    public static TheoryData<string> ModulesWithoutThemes => Modules.NamesWithoutThemes;

    /// <summary>Every project in these folders, so that a module without a manifest is missed by nobody.</summary>
    [Fact]
    public void Every_module_and_theme_project_has_a_manifest()
    {
        var projects = new[] { "src/Modules", "src/Themes" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories))
            .Select(Path.GetFileNameWithoutExtension).OfType<string>().Where(name => !name.EndsWith(".Abstractions", StringComparison.Ordinal));
        Assert.Equal(projects.Order(StringComparer.Ordinal), Modules.All.Select(Modules.NameOf));
    }

    [Theory, MemberData(nameof(AllModules))]
    public void Its_id_is_the_assemblys_name(string module) => Assert.Equal(module, Modules.Manifest(Modules.Find(module)).Id);

    [Theory, MemberData(nameof(AllModules))]
    public void It_says_what_it_is(string module)
    {
        var manifest = Modules.Manifest(Modules.Find(module));
        Assert.All([manifest.Name, manifest.Description, manifest.Category], text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.EndsWith(".", manifest.Description, StringComparison.Ordinal);
    }

    /// <summary>The provider switches modules and reads recipes in the own language.</summary>
    [Theory, MemberData(nameof(ModulesWithoutThemes))]
    public void It_says_so_in_German_too(string module)
    {
        var manifest = Modules.Manifest(Modules.Find(module));
        var words = new ResourceManager(module + ".Resources.Manifest", Modules.Find(module));
        Assert.All([manifest.Name, manifest.Description], text => Assert.False(string.IsNullOrWhiteSpace(words.GetString(text, CultureInfo.GetCultureInfo("de"))), $"Resources/Manifest.de.resx lacks: {text}"));
    }

    [Theory, MemberData(nameof(AllModules))]
    public void What_it_depends_on_exists(string module) =>
        Assert.Subset(Modules.All.Select(Modules.NameOf).ToHashSet(), Modules.Manifest(Modules.Find(module)).Dependencies.ToHashSet());

    /// <summary>A tenant may wear any theme.</summary>
    [Theory, MemberData(nameof(ModulesWithoutThemes))]
    public void A_module_depends_on_no_theme(string module) =>
        Assert.All(Modules.Manifest(Modules.Find(module)).Dependencies, id => Assert.IsNotType<ThemeAttribute>(Modules.Manifest(Modules.Find(id))));

    [Theory, MemberData(nameof(AllModules))]
    public void It_does_not_depend_on_itself_by_any_way(string module) => Assert.DoesNotContain(module, DependenciesOf(module, []));

    [Theory, MemberData(nameof(AllModules))]
    public void A_module_for_every_tenant_does_not_need_one_for_the_provider_only(string module)
    {
        if (!Modules.Manifest(Modules.Find(module)).DefaultTenantOnly)
            Assert.All(DependenciesOf(module, []), id => Assert.False(Modules.Manifest(Modules.Find(id)).DefaultTenantOnly, id));
    }

    /// <summary>Visits each once, so that a circle ends.</summary>
    private static HashSet<string> DependenciesOf(string module, HashSet<string> seen)
    {
        foreach (var id in Modules.Manifest(Modules.Find(module)).Dependencies)
        {
            if (seen.Add(id))
                DependenciesOf(id, seen);
        }

        return seen;
    }
}
