namespace SmartTracker.Architecture.Tests;

public sealed class DomainTests
{
    private static readonly string[] ForbiddenNamespaces =
    [
        "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Microsoft.Data", "Microsoft.Extensions.Logging", "Microsoft.Extensions.DependencyInjection",
        "Hangfire", "FluentMigrator", "LinqToDB", "Npgsql", "System.Data", "System.IO", "System.Net.Http", "System.Net.Sockets", "System.Net.Security",
    ];

    private static readonly string[] ForbiddenTypes =
    [
        "System.TimeProvider", "System.Net.Dns", "NodaTime.IClock", "NodaTime.SystemClock", "SmartTracker.Abstractions.Data.Clock", "SmartTracker.Abstractions.Data.ITenantDatabase",
    ];

    private static IEnumerable<Type> DomainTypes =>
        Product.Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => Segments(type).Contains("Domain"));

    [Fact]
    public void Rules_know_nothing_of_web_database_files_clock_or_log()
    {
        var offences = DomainTypes.SelectMany(type => Dependencies.Of(type).Where(IsForbidden).Select(used => $"{type.FullName} uses {used.FullName}"));
        Assert.Equal("", string.Join('\n', offences.Distinct().Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void There_are_rules_to_check() => Assert.True(DomainTypes.Count() > 10);

    /// <summary>The check sees what a method's code calls, not only what signatures say.</summary>
    [Fact]
    public void The_check_finds_an_offence_in_the_code_of_a_method() =>
        Assert.Contains(Dependencies.Of(typeof(Offender)), IsForbidden);

    private static bool IsForbidden(Type type) =>
        ForbiddenTypes.Contains(type.FullName)
        || ForbiddenNamespaces.Any(name => type.Namespace == name || type.Namespace?.StartsWith(name + ".", StringComparison.Ordinal) == true);

    private static string[] Segments(Type type) => type.Namespace?.Split('.') ?? [];

    private static class Offender
    {
        public static string Read() => File.ReadAllText("rules.txt");
    }
}
