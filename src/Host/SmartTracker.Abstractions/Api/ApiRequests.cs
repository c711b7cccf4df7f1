using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SmartTracker.Abstractions.Api;

public static class ApiRequests
{
    /// <summary>The path of a resource such as <c>printers/{id}</c>, for <c>Location</c>.</summary>
    public static string ApiPath(this HttpRequest request, string resource)
    {
        ArgumentNullException.ThrowIfNull(request);
        return (request.HttpContext.Features.Get<ProviderAccess>()?.ApiBase ?? $"{request.PathBase}/{ApiAttribute.Root}") + resource;
    }

    /// <summary>400 with what stands in the model state, by field.</summary>
    public static IActionResult Invalid(this ControllerBase controller)
    {
        ArgumentNullException.ThrowIfNull(controller);
        var options = controller.HttpContext.RequestServices.GetRequiredService<IOptions<ApiBehaviorOptions>>();
        return options.Value.InvalidModelStateResponseFactory(controller.ControllerContext);
    }

    /// <summary>400 for one field.</summary>
    public static IActionResult Invalid(this ControllerBase controller, string field, string sentence)
    {
        ArgumentNullException.ThrowIfNull(controller);
        controller.ModelState.AddModelError(field, sentence);
        return controller.Invalid();
    }

    /// <summary>The id of the key that a request came in with.</summary>
    public static Guid ApiKeyId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? id
            : throw new InvalidOperationException("The request came in without a key.");
}
