using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace SmartTracker.Modules.Contract.Tests;

/// <summary>Orchard Core finds a class of this name and shape by convention; anything beyond it would not carry over.</summary>
public sealed class StartupTests
{
    public static TheoryData<string> AllModules => Modules.Names;

    public static TheoryData<string> ModulesWithoutThemes => Modules.NamesWithoutThemes;

    [Theory, MemberData(nameof(ModulesWithoutThemes))]
    public void A_module_has_exactly_one_startup(string module) => Assert.Single(StartupsOf(module));

    [Theory, MemberData(nameof(AllModules))]
    public void A_startup_has_exactly_the_members_that_Orchard_knows(string module) => Assert.All(StartupsOf(module), startup =>
    {
        Assert.True(startup is { IsPublic: true, IsSealed: true, IsAbstract: false, IsGenericType: false }, "It is a public sealed class.");
        Assert.Equal(typeof(object), startup.BaseType);
        Assert.Empty(startup.GetInterfaces());
        Assert.Empty(Assert.Single(startup.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)).GetParameters());
        Assert.Equal(
            [
                "Int32 ConfigureOrder",
                "Int32 Order",
                $"Void Configure({typeof(IApplicationBuilder)}, {typeof(IEndpointRouteBuilder)}, {typeof(IServiceProvider)})",
                $"Void ConfigureServices({typeof(IServiceCollection)})",
            ],
            PublicMembers(startup).Order(StringComparer.Ordinal));
    });

    private static Type[] StartupsOf(string module) =>
        [.. Modules.Find(module).GetTypes().Where(type => type.Name == "Startup" && !type.IsNested)];

    private static IEnumerable<string> PublicMembers(Type type) =>
        type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(member => member is PropertyInfo or MethodInfo { IsSpecialName: false } or FieldInfo or EventInfo)
            .Select(member => member is MethodInfo method
                ? $"{method.ReturnType.Name} {method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType))})"
                : $"{(member as PropertyInfo)?.PropertyType.Name} {member.Name}");
}
