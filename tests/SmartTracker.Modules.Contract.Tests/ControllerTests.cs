using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;

namespace SmartTracker.Modules.Contract.Tests;

public sealed class ControllerTests
{
    private static readonly Type[] Controllers =
        [.. Modules.Shipped.SelectMany(assembly => assembly.GetTypes()).Where(type => type.IsSubclassOf(typeof(ControllerBase)) && !type.IsAbstract)];

    /// <summary>What belongs to the person who is signed in, whatever their roles: their account, and the way to their first page.</summary>
    private static readonly string[] ForAnybodySignedIn = ["SmartTracker.Users.Accounts.AccountController", "SmartTracker.Users.Accounts.HomeController"];

    public static TheoryData<string> Actions => [.. Controllers.SelectMany(ActionsOf).Select(NameOf)];

    public static TheoryData<string> ActionsOfModules =>
        [.. Controllers.Where(controller => Modules.All.Contains(controller.Assembly)).SelectMany(ActionsOf).Select(NameOf)];

    [Fact]
    public void Controllers_are_public_and_named_for_their_subject() => Assert.All(Controllers, controller =>
    {
        Assert.True(controller.IsPublic, controller.FullName);
        Assert.EndsWith("Controller", controller.Name, StringComparison.Ordinal);
        Assert.NotEqual("AdminController", controller.Name);
    });

    /// <summary>Views are found by the controller's name, in one space for all modules.</summary>
    [Fact]
    public void No_two_controllers_have_the_same_name() =>
        Assert.Empty(Controllers.GroupBy(controller => controller.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key));

    [Theory, MemberData(nameof(Actions))]
    public void Every_action_says_who_may_use_it(string name)
    {
        var action = Find(name);
        var permissions = Attributes<RequirePermissionAttribute>(action).Length;
        var anonymous = Attributes<AllowAnonymousAttribute>(action).Length;
        var signedIn = ForAnybodySignedIn.Contains(action.DeclaringType!.FullName) ? Attributes<AuthorizeAttribute>(action).Length : 0;
        Assert.True(permissions > 0 || anonymous > 0 || signedIn > 0, "It carries neither RequirePermission nor AllowAnonymous.");
        Assert.True(permissions == 0 || anonymous == 0, "AllowAnonymous overrules the permission that stands beside it.");
    }

    [Theory, MemberData(nameof(Actions))]
    public void Every_permission_that_an_action_asks_for_is_declared(string name) =>
        Assert.All(Attributes<RequirePermissionAttribute>(Find(name)), attribute => Assert.Contains(attribute.Permission, Declared.Permissions));

    /// <summary>Other claims or roles would bypass what a tenant's roles grant.</summary>
    [Theory, MemberData(nameof(Actions))]
    public void Access_is_asked_for_by_permission_only(string name) =>
        Assert.All(Attributes<AuthorizeAttribute>(Find(name)).Where(attribute => attribute is not RequirePermissionAttribute), attribute =>
        {
            Assert.Contains(Find(name).DeclaringType!.FullName, ForAnybodySignedIn);
            Assert.Null(attribute.Roles);
            Assert.Null(attribute.Policy);
        });

    [Theory, MemberData(nameof(Actions))]
    public void Administration_and_only_that_lies_under_admin(string name)
    {
        var action = Find(name);
        var isAdmin = Attributes<AdminAttribute>(action).Length > 0;
        var routes = RoutesOf(action).ToArray();
        Assert.NotEmpty(routes);
        Assert.All(routes, route => Assert.Equal(isAdmin, route.Split('/')[0] == "admin"));
    }

    [Theory, MemberData(nameof(ActionsOfModules))]
    public void Every_action_names_its_verb(string name) => Assert.NotEmpty(Attributes<HttpMethodAttribute>(Find(name)));

    [Theory, MemberData(nameof(ActionsOfModules))]
    public void No_action_goes_without_the_antiforgery_token(string name) => Assert.Empty(Attributes<IgnoreAntiforgeryTokenAttribute>(Find(name)));

    private static IEnumerable<MethodInfo> ActionsOf(Type controller) =>
        controller.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName && !method.IsDefined(typeof(NonActionAttribute)) && method.GetBaseDefinition() == method && method.Name is not ("Dispose" or "DisposeAsync"));

    private static string NameOf(MethodInfo action) =>
        $"{action.DeclaringType!.FullName}.{action.Name}({string.Join(", ", action.GetParameters().Select(parameter => parameter.ParameterType.Name))})";

    private static MethodInfo Find(string name) => Controllers.SelectMany(ActionsOf).Single(action => NameOf(action) == name);

    private static T[] Attributes<T>(MethodInfo action)
        where T : Attribute => [.. action.GetCustomAttributes<T>(), .. action.DeclaringType!.GetCustomAttributes<T>()];

    private static IEnumerable<string> RoutesOf(MethodInfo action)
    {
        var own = Templates(action);
        var prefixes = Templates(action.DeclaringType!).DefaultIfEmpty("").ToArray();
        foreach (var template in own)
        {
            if (template.StartsWith('/') || template.StartsWith("~/", StringComparison.Ordinal))
                yield return template.TrimStart('~', '/');
            else
                foreach (var prefix in prefixes)
                    yield return $"{prefix}/{template}".Trim('/');
        }
    }

    private static IEnumerable<string> Templates(MemberInfo member) =>
        member.GetCustomAttributes().OfType<IRouteTemplateProvider>().Select(route => route.Template ?? "");
}
