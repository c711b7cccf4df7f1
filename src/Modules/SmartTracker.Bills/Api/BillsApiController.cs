using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SmartTracker.Abstractions.Api;
using SmartTracker.Abstractions.Security;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Abstractions.Api;
using SmartTracker.Bills.Data;
using SmartTracker.Bills.Export;
using SmartTracker.Bills.Wording;

namespace SmartTracker.Bills.Api;

[Api, Tags("Bills")]
[Route(ApiAttribute.Root + "bills")]
public sealed class BillsApiController(BillStore bills, BillCsv csv, BillWords words, Tenant tenant) : ControllerBase
{
    [HttpGet(""), RequirePermission(BillsPermissions.View)]
    [EndpointSummary("List the bills and credit notes received, newest first")]
    public async Task<ActionResult<ApiPage<InvoiceResource>>> List([FromQuery] ApiListQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        IReadOnlyList<InvoiceResource> all = [.. (await bills.ListAsync(cancellationToken)).Select(InvoiceResource.Head)];
        return ApiPage.Of(all, bill => bill.Id.ToString(), query.Limit, query.Cursor);
    }

    [HttpGet("{id:guid}"), RequirePermission(BillsPermissions.View)]
    [EndpointSummary("Read a bill or credit note")]
    public async Task<ActionResult<InvoiceResource>> Get(Guid id, CancellationToken cancellationToken) =>
        await bills.FindAsync(new InvoiceId(id), cancellationToken) is { } bill ? InvoiceResource.Whole(bill) : NotFound();

    [HttpGet("{id:guid}/lines/{position:int}/jobs"), RequirePermission(BillsPermissions.View)]
    [EndpointSummary("List the print jobs behind a line"), EndpointDescription("Position 0 holds the jobs that are not charged.")]
    public async Task<ActionResult<ApiPage<BilledJobResource>>> Jobs(Guid id, int position, [FromQuery] ApiListQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return await bills.FindAsync(new InvoiceId(id), cancellationToken) is { } bill && BilledJobResource.At(bill, position) is { } jobs
            ? ApiPage.Of(jobs, job => job.PrintJobId.ToString(), query.Limit, query.Cursor)
            : NotFound();
    }

    [HttpGet("{id:guid}.pdf"), RequirePermission(BillsPermissions.View), Produces("application/pdf")]
    [EndpointSummary("Download the document")]
    [ProducesResponseType(StatusCodes.Status200OK)]
    public async Task<IActionResult> Pdf(Guid id, CancellationToken cancellationToken)
    {
        if (await bills.FindAsync(new InvoiceId(id), cancellationToken) is not { } bill || await bills.FindFileAsync(bill.Id, cancellationToken) is not { } file)
            return NotFound();
        return File(file.Pdf, "application/pdf", FileName(bill, "pdf"));
    }

    [HttpGet("{id:guid}.csv"), RequirePermission(BillsPermissions.View), Produces("text/csv")]
    [EndpointSummary("Download all jobs of a bill for a spreadsheet"), EndpointDescription("In the site's language and figures, because a person opens it.")]
    [ProducesResponseType(StatusCodes.Status200OK)]
    public async Task<IActionResult> Csv(Guid id, CancellationToken cancellationToken)
    {
        if (await bills.FindAsync(new InvoiceId(id), cancellationToken) is not { } bill)
            return NotFound();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = tenant.Culture;
        return File(csv.Write(bill, tenant.Culture), "text/csv; charset=utf-8", FileName(bill, "csv"));
    }

    private string FileName(InvoiceContent bill, string extension) => words.Title(bill).Replace('/', '-') + "." + extension;
}
