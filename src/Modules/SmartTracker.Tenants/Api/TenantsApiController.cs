using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SmartTracker.Abstractions.Api;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Abstractions.Security;
using SmartTracker.Abstractions.Tenants;

namespace SmartTracker.Tenants.Api;

[Api, Tags("Tenants")]
[Route(ApiAttribute.Root + "tenants")]
public sealed class TenantsApiController(ITenants tenants, ITenantWords words) : ControllerBase
{
    [HttpGet(""), RequirePermission(TenantPermissions.Manage)]
    [EndpointSummary("List the tenants of the installation")]
    public ActionResult<ApiPage<TenantResource>> List([FromQuery] ApiListQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return ApiPage.Of([.. tenants.List().Select(TenantResource.Of)], tenant => tenant.Name, query.Limit, query.Cursor);
    }

    [HttpGet("{name}"), RequirePermission(TenantPermissions.Manage)]
    [EndpointSummary("Read a tenant")]
    public ActionResult<TenantResource> Get(string name) => Find(name) is { } tenant ? TenantResource.Of(tenant) : NotFound();

    [HttpPost(""), RequirePermission(TenantPermissions.Manage), Repeatable]
    [EndpointSummary("Create a tenant from a recipe")]
    [ProducesResponseType<TenantResource>(StatusCodes.Status201Created)]
    public async Task<IActionResult> Create(TenantRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Find(request.Name?.Trim() ?? "") is not null)
            return Problem("There is a tenant with this name already.", statusCode: StatusCodes.Status409Conflict);
        try
        {
            var tenant = request.ToNewTenant();
            await tenants.CreateAsync(tenant, cancellationToken);
            return Created(Request.ApiPath($"tenants/{tenant.Name}"), TenantResource.Of(Find(tenant.Name)!));
        }
        catch (TenantRefusedException refused)
        {
            return this.Invalid("", words.Say(refused));
        }
        catch (RecipeException wrong)
        {
            return this.Invalid("recipe", wrong.Message);
        }
    }

    [HttpPost("{name}/disable"), RequirePermission(TenantPermissions.Manage), Repeatable]
    [EndpointSummary("Switch a tenant off"), EndpointDescription("Its data is kept.")]
    public Task<ActionResult<TenantResource>> Disable(string name, CancellationToken cancellationToken) =>
        ChangeAsync(name, tenant => tenants.DisableAsync(tenant, cancellationToken));

    [HttpPost("{name}/enable"), RequirePermission(TenantPermissions.Manage), Repeatable]
    [EndpointSummary("Switch a tenant on again")]
    public Task<ActionResult<TenantResource>> Enable(string name, CancellationToken cancellationToken) =>
        ChangeAsync(name, tenant => tenants.EnableAsync(tenant, cancellationToken));

    [HttpGet("{name}/features"), RequirePermission(TenantPermissions.Manage)]
    [EndpointSummary("List what a tenant can have, and what it has")]
    public ActionResult<ApiPage<FeatureResource>> Features(string name, [FromQuery] ApiListQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (Find(name) is not { } tenant)
            return NotFound();
        var possible = tenants.ListFeatures().Where(feature => tenant.IsDefault || !feature.DefaultTenantOnly);
        return ApiPage.Of([.. possible.Select(feature => FeatureResource.Of(feature, tenant))], feature => feature.Id, query.Limit, query.Cursor);
    }

    [HttpPost("{name}/features"), RequirePermission(TenantPermissions.Manage), Repeatable]
    [EndpointSummary("Switch a tenant's features")]
    public Task<ActionResult<TenantResource>> ChangeFeatures(string name, FeatureRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ChangeAsync(name, tenant => tenants.ChangeFeaturesAsync(tenant, [.. request.Enable ?? []], [.. request.Disable ?? []], cancellationToken));
    }

    private async Task<ActionResult<TenantResource>> ChangeAsync(string name, Func<string, Task> change)
    {
        if (Find(name) is not { } tenant)
            return NotFound();
        try
        {
            await change(tenant.Name);
            return TenantResource.Of(Find(tenant.Name)!);
        }
        catch (TenantRefusedException refused)
        {
            return (ActionResult)this.Invalid("", words.Say(refused));
        }
    }

    private TenantOverview? Find(string name) => tenants.List().FirstOrDefault(tenant => tenant.Name == name);
}
