using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SmartTracker.Abstractions.Api;
using SmartTracker.Abstractions.Security;
using SmartTracker.Billing.Abstractions;
using SmartTracker.Billing.Abstractions.Api;
using SmartTracker.Billing.Crediting;
using SmartTracker.Billing.Data;
using SmartTracker.Billing.Invoices;

namespace SmartTracker.Billing.Api;

[Api, Tags("Invoices")]
[Route(ApiAttribute.Root + "invoices")]
public sealed class InvoicesApiController(BillingStore store, InvoiceCreditor creditor, CreditWords words, LineWords names) : ControllerBase
{
    [HttpGet(""), RequirePermission(BillingPermissions.View)]
    [EndpointSummary("List issued invoices and credit notes, newest first")]
    public async Task<ActionResult<ApiPage<InvoiceResource>>> List(
        [FromQuery] ApiListQuery query, [Description("Only those for this customer's tenant.")] string? tenant, [Description("Only those for this month, such as 2026-10.")] string? period,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var month = ApiPeriod.Parse(period);
        if (period is not null && month is null)
            return (ActionResult)this.Invalid("period", "Write a month such as 2026-10.");
        var found = (await store.ListAsync(cancellationToken)).Select(row => row.Invoice)
            .Where(invoice => (tenant is null || invoice.CustomerTenant == tenant) && (month is null || invoice.Period == month));
        return ApiPage.Of([.. found.Select(InvoiceResource.Head)], invoice => invoice.Id.ToString(), query.Limit, query.Cursor);
    }

    [HttpGet("{id:guid}"), RequirePermission(BillingPermissions.View)]
    [EndpointSummary("Read an invoice or credit note")]
    public async Task<ActionResult<InvoiceResource>> Get(Guid id, CancellationToken cancellationToken) =>
        await store.FindAsync(new InvoiceId(id), cancellationToken) is { } invoice ? InvoiceResource.Whole(invoice) : NotFound();

    [HttpGet("{id:guid}.pdf"), RequirePermission(BillingPermissions.View), Produces("application/pdf")]
    [EndpointSummary("Download the document")]
    [ProducesResponseType(StatusCodes.Status200OK)]
    public async Task<IActionResult> Pdf(Guid id, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(new InvoiceId(id), cancellationToken) is not { } invoice || await store.FindSealAsync(invoice.Id, cancellationToken) is not { } seal)
            return NotFound();
        return File(seal.Pdf, "application/pdf", names.Title(invoice).Replace('/', '-') + ".pdf");
    }

    [HttpGet("{id:guid}/lines/{position:int}/jobs"), RequirePermission(BillingPermissions.View)]
    [EndpointSummary("List the print jobs behind a line"), EndpointDescription("Position 0 holds the jobs that are not charged.")]
    public async Task<ActionResult<ApiPage<BilledJobResource>>> Jobs(Guid id, int position, [FromQuery] ApiListQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return await store.FindAsync(new InvoiceId(id), cancellationToken) is { } invoice && BilledJobResource.At(invoice, position) is { } jobs
            ? ApiPage.Of(jobs, job => job.PrintJobId.ToString(), query.Limit, query.Cursor)
            : NotFound();
    }

    [HttpPost("{id:guid}/credit"), RequirePermission(BillingPermissions.Credit)]
    [EndpointSummary("Cancel an invoice with a credit note"), EndpointDescription("An invoice that is cancelled already answers with its credit note.")]
    [ProducesResponseType<InvoiceResource>(StatusCodes.Status201Created)]
    public async Task<IActionResult> Credit(Guid id, CreditRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await store.FindAsync(new InvoiceId(id), cancellationToken) is null)
            return NotFound();
        var outcome = await creditor.CreditAsync(new InvoiceId(id), request.Reason ?? "", cancellationToken);
        return outcome switch
        {
            CreditIssued issued => Created(Request.ApiPath($"invoices/{issued.CreditNote.Id}"), InvoiceResource.Whole(issued.CreditNote)),
            CreditedBefore before => Ok(InvoiceResource.Whole((await store.FindAsync(before.CreditNote.Id, cancellationToken))!)),
            CreditRefused { Reason: CreditRefusal.ReasonMissing } => this.Invalid("reason", words.Sentence(outcome)),
            _ => Problem(words.Sentence(outcome), statusCode: StatusCodes.Status409Conflict),
        };
    }
}

/// <summary>Why an invoice is cancelled; the customer reads it.</summary>
[ApiExample("""{ "reason": "The wrong rate card was used." }""")]
public sealed record CreditRequest([property: Description("1 to 500 characters.")] string? Reason);
