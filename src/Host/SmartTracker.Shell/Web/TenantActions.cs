using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Routing;

namespace SmartTracker.Shell.Web;

/// <summary>Runs actions with a tenant's own invokers. MVC keeps an action's reusable filters, and through them services such as antiforgery, on the
/// action's descriptor; so each tenant has its own copy of the descriptors that it ran.</summary>
internal sealed class TenantActions(IActionInvokerFactory invokers)
{
    private readonly ConcurrentDictionary<ControllerActionDescriptor, ControllerActionDescriptor> _own = new(ReferenceEqualityComparer.Instance);

    public Task InvokeAsync(HttpContext context, ControllerActionDescriptor shared)
    {
        var route = new RouteData();
        route.PushState(router: null, context.Request.RouteValues, dataTokens: null);
        return invokers.CreateInvoker(new ActionContext(context, route, _own.GetOrAdd(shared, Copy)))!.InvokeAsync();
    }

    private static ControllerActionDescriptor Copy(ControllerActionDescriptor action) => new()
    {
        ActionConstraints = action.ActionConstraints,
        ActionName = action.ActionName,
        AttributeRouteInfo = action.AttributeRouteInfo,
        BoundProperties = action.BoundProperties,
        ControllerName = action.ControllerName,
        ControllerTypeInfo = action.ControllerTypeInfo,
        DisplayName = action.DisplayName,
        EndpointMetadata = action.EndpointMetadata,
        FilterDescriptors = action.FilterDescriptors,
        MethodInfo = action.MethodInfo,
        Parameters = action.Parameters,
        Properties = action.Properties,
        RouteValues = action.RouteValues,
    };
}
