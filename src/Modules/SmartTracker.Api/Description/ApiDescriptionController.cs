using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;

namespace SmartTracker.Api.Description;

/// <summary>The description as a page to read.</summary>
[Admin]
[Route("admin/api")]
public sealed class ApiDescriptionController([FromKeyedServices(ApiDescription.Version)] IOpenApiDocumentProvider documents) : Controller
{
    [HttpGet(""), RequirePermission(ApiPermissions.Manage)]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) =>
        View(ApiDescriptionPage.Of(await documents.GetOpenApiDocumentAsync(cancellationToken)));
}
