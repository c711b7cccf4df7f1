using System.Reflection;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Navigation;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Abstractions.Security;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Users.Data;
using SmartTracker.Users.Domain;
using SmartTracker.Users.Recipes;
using SmartTracker.Users.Security;
using SmartTracker.Users.SignIn;
using SmartTracker.Users.Users;

namespace SmartTracker.Users;

public sealed class Startup
{
    public int Order => 0;

    public int ConfigureOrder => 0;

    public void ConfigureServices(IServiceCollection services)
    {
        services.AddModuleDbContext<UsersDbContext>();
        AddSignIn(services);
        AddPermissions(services);
        services.AddScoped<UserList>().AddScoped<RoleStore>().AddScoped<SignInTriesStore>();
        services.AddScoped<UserRegister>().AddScoped<UserCreation>().AddScoped<UserAccess>().AddScoped<UserPasswords>().AddScoped<RoleAuthority>();
        services.AddScoped<PlannedRoles>().AddScoped<IRecipeStep, RolesStep>().AddScoped<IRecipeStep, UsersStep>();
        services.AddScoped<INavigationProvider, UserNavigation>();
        services.AddScoped<IFirstUserRules, FirstUserRules>();
    }

    public void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider services)
    {
    }

    private static void AddSignIn(IServiceCollection services)
    {
        // Before AddIdentityCore, which adds its own validators only where there are none.
        services.AddScoped<IUserValidator<User>, UserValidator>();
        services.AddScoped<IPasswordValidator<User>, PasswordValidator>();
        services.AddIdentityCore<User>().AddUserStore<UserStore>().AddSignInManager().AddClaimsPrincipalFactory<TicketFactory>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = DecoyPassword.Iterations);
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<Tenant>(SignInCookie.Configure);
        services.AddScoped<UserSignIn>();
    }

    private static void AddPermissions(IServiceCollection services)
    {
        services.AddAuthorization();
        services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicies>();
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        services.AddScoped<IPermissionProvider, UserPermissions>();
        services.AddScoped<GrantedPermissions>();
        services.AddScoped(provider => new RoleCatalog(
            provider.GetRequiredService<Tenant>().IsDefault,
            provider.GetServices<IPermissionProvider>().Select(permissions => (permissions, IsHostLevel(permissions)))));
    }

    private static bool IsHostLevel(IPermissionProvider permissions) =>
        permissions.GetType().Assembly.GetCustomAttribute<ModuleAttribute>()?.DefaultTenantOnly == true;
}
