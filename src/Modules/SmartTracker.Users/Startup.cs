using System.Reflection;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Navigation;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Abstractions.Security;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Users.Accounts;
using SmartTracker.Users.Data;
using SmartTracker.Users.Domain;
using SmartTracker.Users.Invitations;
using SmartTracker.Users.Letters;
using SmartTracker.Users.Links;
using SmartTracker.Users.Passwords;
using SmartTracker.Users.Recipes;
using SmartTracker.Users.Roles;
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
        services.AddScoped<UserList>().AddScoped<RoleStore>().AddScoped<SignInTriesStore>().AddScoped<TryCountStore>().AddScoped<KnownDeviceStore>().AddScoped<SessionStore>();
        services.AddScoped<UserRegister>().AddScoped<UserCreation>().AddScoped<UserChanges>().AddScoped<UserAccess>().AddScoped<UserPages>();
        services.AddScoped<RoleAuthority>().AddScoped<LastAdministrator>().AddScoped<RoleChanges>().AddScoped<RolePages>().AddScoped<PermissionGroups>();
        AddAccounts(services);
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
        services.AddSingleton<IConfigureOptions<PasswordHasherOptions>, PasswordIterations>().AddSingleton<DecoyPassword>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<Tenant>(SignInCookie.Configure);
        services.AddScoped<UserSignIn>().AddScoped<UserSessions>().AddScoped<GuessLimit>().AddScoped<DeviceCookie>();
    }

    private static void AddAccounts(IServiceCollection services)
    {
        services.AddScoped<Preferences>().AddScoped<Profile>().AddScoped<EmailChange>().AddScoped<AccountPages>();
        services.AddScoped<UserPasswords>().AddScoped<ForgottenPassword>().AddScoped<PasswordReset>().AddScoped<PasswordNotice>().AddScoped<ResetLetters>();
        services.AddScoped<OneTimeLinks>().AddScoped<UserLetters>().AddScoped<MailWords>().AddSingleton<AfterAnswer>();
        services.AddScoped<InvitationDesk>().AddScoped<UserInvitations>().AddScoped<InvitationAcceptance>().AddScoped<IInvitations, HostInvitations>();
    }

    private static void AddPermissions(IServiceCollection services)
    {
        services.AddAuthorization();
        services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicies>();
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        services.AddScoped<IPermissionProvider, UserPermissions>();
        services.AddScoped<GrantedPermissions>();
        services.AddScoped<IRoles, TenantRoles>();
        services.AddScoped(provider => new RoleCatalog(
            provider.GetRequiredService<Tenant>().IsDefault,
            provider.GetServices<IPermissionProvider>().Select(permissions => (permissions, IsHostLevel(permissions)))));
    }

    private static bool IsHostLevel(IPermissionProvider permissions) =>
        permissions.GetType().Assembly.GetCustomAttribute<ModuleAttribute>()?.DefaultTenantOnly == true;
}
