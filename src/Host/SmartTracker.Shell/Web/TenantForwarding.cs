using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Features.Authentication;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Api;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Front;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Shell.Web;

/// <summary>Runs a request of the provider through a customer's own pipeline, so that the customer's rules apply to it. What belongs to the provider's
/// part of the request (services, endpoint, user) is put aside meanwhile.</summary>
public sealed class TenantForwarding(TenantStore store, ShellHost shells) : ITenantForwarding
{
    public async Task<bool> ForwardAsync(HttpContext context, ProviderAccess access, PathString path)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(access);
        if (store.Find(access.Tenant) is not { State: TenantState.Running, IsDefault: false } settings)
            return false;

        await using var use = await shells.UseAsync(settings, context.RequestAborted);
        await using var scope = use.Shell.Services.CreateAsyncScope();
        var aside = PutAside(context.Features);
        var (pathBase, requested) = (context.Request.PathBase, context.Request.Path);
        try
        {
            context.Features.Set<IServiceProvidersFeature>(new RequestServices(scope.ServiceProvider));
            context.Features.Set(access);
            context.Request.PathBase = settings.RequestUrlPrefix.Length == 0 ? "" : "/" + settings.RequestUrlPrefix;
            context.Request.Path = path;
            await use.Shell.Pipeline(context);
        }
        finally
        {
            (context.Request.PathBase, context.Request.Path) = (pathBase, requested);
            context.Features.Set<ProviderAccess>(null);
            aside();
        }

        return true;
    }

    /// <summary>Empties what the tenant's pipeline fills in itself. The answer puts it back.</summary>
    private static Action PutAside(IFeatureCollection features)
    {
        var back = new List<Action>();
        Replace<IServiceProvidersFeature>(null);
        Replace<IEndpointFeature>(null);
        Replace<IRouteValuesFeature>(new RouteValuesFeature());
        Replace<IHttpAuthenticationFeature>(null);
        Replace<IAuthenticateResultFeature>(null);
        return () => back.ForEach(step => step());

        void Replace<T>(T? fresh)
            where T : class
        {
            var before = features.Get<T>();
            back.Add(() => features.Set(before));
            features.Set(fresh);
        }
    }
}
