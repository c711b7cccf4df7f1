namespace SmartTracker.Architecture.Tests;

public sealed class ReferenceTests
{
    public static TheoryData<string> Assemblies => Product.Names;

    [Fact]
    public void The_shipped_assemblies_were_found() => Assert.True(Product.Assemblies.Count > 15);

    [Theory, MemberData(nameof(Assemblies))]
    public void Every_assembly_has_a_place(string assembly) => Assert.NotEqual(Kind.Unknown, Layers.KindOf(assembly));

    [Theory, MemberData(nameof(Assemblies))]
    public void An_assembly_references_only_what_its_place_allows(string assembly) =>
        Assert.All(Product.References(Product.Find(assembly)), used => Assert.True(Layers.MayReference(assembly, used), $"{assembly} references {used}."));

    [Theory, MemberData(nameof(Assemblies))]
    public void Only_the_host_knows_which_database_holds_the_data(string assembly)
    {
        string[] drivers = ["Npgsql", "Microsoft.Data.Sqlite", "Microsoft.EntityFrameworkCore.Sqlite", "Npgsql.EntityFrameworkCore.PostgreSQL", "FluentMigrator.Runner.Core"];
        // Scheduling keeps Hangfire's queue, which is the host's and no tenant's data.
        if (Layers.KindOf(assembly) is Kind.Host or Kind.Shell || assembly == "SmartTracker.Scheduling")
            return;
        Assert.Empty(Product.Find(assembly).GetReferencedAssemblies().Select(reference => reference.Name!).Intersect(drivers));
    }

    [Theory]
    [InlineData("SmartTracker.Printers", "SmartTracker.Shell", false)]
    [InlineData("SmartTracker.Printers", "SmartTracker.Collection", false)]
    [InlineData("SmartTracker.Printers", "SmartTracker.Collection.Abstractions", false)]
    [InlineData("SmartTracker.Collection", "SmartTracker.Printers.Abstractions", true)]
    [InlineData("SmartTracker.Collection", "SmartTracker.Scheduling.Abstractions", true)]
    [InlineData("SmartTracker.Scheduling", "SmartTracker.Printers.Abstractions", false)]
    [InlineData("SmartTracker.Scheduling", "SmartTracker.Users.Abstractions", false)]
    [InlineData("SmartTracker.Printers.Abstractions", "SmartTracker.PrinterReaders", true)]
    [InlineData("SmartTracker.Printers.Abstractions", "SmartTracker.Protocols.Piws", false)]
    [InlineData("SmartTracker.Protocols.Piws", "SmartTracker.Abstractions", false)]
    [InlineData("SmartTracker.Protocols.Piws", "SmartTracker.Protocols.Http", true)]
    [InlineData("SmartTracker.Protocols.Piws", "SmartTracker.Protocols.Ipp", false)]
    [InlineData("SmartTracker.Protocols.Http", "SmartTracker.Protocols.Ipp", false)]
    [InlineData("SmartTracker.Agent", "SmartTracker.PrinterReaders", true)]
    [InlineData("SmartTracker.Agent", "SmartTracker.Protocols.Agent", true)]
    [InlineData("SmartTracker.Agent", "SmartTracker.Abstractions", false)]
    [InlineData("SmartTracker.Agents", "SmartTracker.Collection.Abstractions", true)]
    [InlineData("SmartTracker.Agents", "SmartTracker.PrinterReaders", true)]
    [InlineData("SmartTracker.Abstractions", "SmartTracker.Printers.Abstractions", false)]
    public void The_rule_itself_lets_through_what_it_should(string from, string to, bool may) => Assert.Equal(may, Layers.MayReference(from, to));
}
