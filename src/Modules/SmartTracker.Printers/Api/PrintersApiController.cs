using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SmartTracker.Abstractions.Api;
using SmartTracker.Abstractions.Security;
using SmartTracker.Printers.Abstractions;
using SmartTracker.Printers.Checklists;
using SmartTracker.Printers.Data;
using SmartTracker.Printers.Registry;

namespace SmartTracker.Printers.Api;

[Api, Tags("Printers")]
[Route(ApiAttribute.Root + "printers")]
public sealed class PrintersApiController(
    PrinterStore store, SiteStore sites, PrinterDraftCheck check, PrinterRegistrar registrar, FleetReadiness readiness, ReadinessTexts readinessTexts, IPrinterProblemTexts texts)
    : ControllerBase
{
    [HttpGet(""), RequirePermission(PrinterPermissions.View)]
    [EndpointSummary("List the printers, by name")]
    public async Task<ActionResult<ApiPage<PrinterResource>>> List(
        [FromQuery] ApiListQuery query, [Description("Also those that were removed.")] bool removed = false, CancellationToken cancellationToken = default)
    {
        var printers = removed ? await store.ListAsync(cancellationToken) : await store.ListActiveAsync(cancellationToken);
        var names = await sites.NamesAsync(cancellationToken);
        return ApiPage.Of([.. printers.Select(printer => PrinterResource.Of(printer, names, texts))], printer => printer.Id.ToString(), query.Limit, query.Cursor);
    }

    [HttpGet("{id:guid}"), RequirePermission(PrinterPermissions.View)]
    [EndpointSummary("Read a printer")]
    public async Task<ActionResult<PrinterResource>> Get(Guid id, CancellationToken cancellationToken) =>
        await store.FindAsync(new PrinterId(id), cancellationToken) is { } printer ? await ResourceAsync(printer, cancellationToken) : NotFound();

    [HttpGet("{id:guid}/readiness"), RequirePermission(PrinterPermissions.View)]
    [EndpointSummary("Say whether a printer's jobs can be accounted")]
    public async Task<ActionResult<ReadinessResource>> Readiness(Guid id, CancellationToken cancellationToken) =>
        await readiness.JudgeAsync(new PrinterId(id), cancellationToken) is { } judged ? ReadinessResource.Of(judged, readinessTexts) : NotFound();

    [HttpPost(""), RequirePermission(PrinterPermissions.Edit)]
    [EndpointSummary("Register a printer")]
    [ProducesResponseType<PrinterResource>(StatusCodes.Status201Created)]
    public async Task<IActionResult> Register(PrinterRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await RefuseAsync(request, null, cancellationToken) is { } refusal)
            return refusal;
        var id = await registrar.RegisterAsync(request.Draft, cancellationToken);
        return Created(Request.ApiPath($"printers/{id}"), await ResourceAsync((await store.FindAsync(id, cancellationToken))!, cancellationToken));
    }

    [HttpPut("{id:guid}"), RequirePermission(PrinterPermissions.Edit)]
    [EndpointSummary("Change a printer")]
    [ProducesResponseType<PrinterResource>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Change(Guid id, PrinterRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var printer = new PrinterId(id);
        if (await store.FindAsync(printer, cancellationToken) is not { ArchivedAt: null })
            return NotFound();
        if (await RefuseAsync(request, printer, cancellationToken) is { } refusal)
            return refusal;
        await registrar.ChangeAsync(printer, request.Draft, cancellationToken);
        return Ok(await ResourceAsync((await store.FindAsync(printer, cancellationToken))!, cancellationToken));
    }

    [HttpDelete("{id:guid}"), RequirePermission(PrinterPermissions.Edit)]
    [EndpointSummary("Remove a printer"), EndpointDescription("A printer on which jobs were counted is kept for them; nothing is collected from it any more.")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> Remove(Guid id, CancellationToken cancellationToken) =>
        await registrar.RemoveAsync(new PrinterId(id), cancellationToken) ? NoContent() : NotFound();

    private async Task<IActionResult?> RefuseAsync(PrinterRequest request, PrinterId? id, CancellationToken cancellationToken)
    {
        foreach (var fault in await check.CheckAsync(request.Draft, id, cancellationToken))
            ModelState.AddModelError(fault.Field, fault.Message);
        return ModelState.IsValid ? null : this.Invalid();
    }

    private async Task<PrinterResource> ResourceAsync(Domain.Printer printer, CancellationToken cancellationToken) =>
        PrinterResource.Of(printer, await sites.NamesAsync(cancellationToken), texts);
}
