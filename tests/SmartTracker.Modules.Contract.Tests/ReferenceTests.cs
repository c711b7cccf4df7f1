namespace SmartTracker.Modules.Contract.Tests;

public sealed class ReferenceTests
{
    public static TheoryData<string> AllModules => Modules.Names;

    [Theory, MemberData(nameof(AllModules))]
    public void A_module_does_not_know_its_host(string module) =>
        Assert.Empty(Modules.Find(module).GetReferencedAssemblies().Select(reference => reference.Name).Intersect(["SmartTracker.Shell", "SmartTracker.Web"]));

    [Theory, MemberData(nameof(AllModules))]
    public void A_module_knows_no_other_module(string module) =>
        Assert.Empty(Modules.Find(module).GetReferencedAssemblies().Select(reference => reference.Name).Intersect(Modules.All.Select(Modules.NameOf)));
}
