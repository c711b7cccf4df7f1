using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SmartTracker.Abstractions.Api;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Security;
using SmartTracker.Billing.Abstractions.Api;
using SmartTracker.Billing.Closing;
using SmartTracker.Billing.Data;
using SmartTracker.Billing.Domain;

namespace SmartTracker.Billing.Api;

/// <summary>Invoices before they are issued: what a customer's month would come to.</summary>
[Api, Tags("Invoices")]
[Route(ApiAttribute.Root + "invoices")]
public sealed class DraftsApiController(MonthCloser closer, BillingStore store, CloseWords words, QuestionWords questions, TimeProvider time) : ControllerBase
{
    [HttpGet("drafts"), RequirePermission(BillingPermissions.Issue)]
    [EndpointSummary("Preview the invoices of a month, by customer"), EndpointDescription("Each is computed for this answer: ask for few at once where customers print much.")]
    public async Task<ActionResult<ApiPage<DraftResource>>> List(
        [FromQuery] ApiListQuery query, [Description("The month, such as 2026-10. Needed.")] string? period, [Description("Only this customer's tenant.")] string? tenant,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (ApiPeriod.Parse(period) is not { } month)
            return (ActionResult)this.Invalid("period", "Write a month such as 2026-10.");
        var names = (await NamesAsync(cancellationToken)).Where(name => tenant is null || name == tenant).Order(StringComparer.Ordinal);
        var page = ApiPage.Of([.. names], name => name, query.Limit, query.Cursor);
        var drafts = new List<DraftResource>();
        foreach (var name in page.Items)
            drafts.Add(Resource(await closer.PreviewAsync(name, month, cancellationToken)));
        return new ApiPage<DraftResource>(drafts, page.NextCursor);
    }

    [HttpGet("{id:guid}/draft"), RequirePermission(BillingPermissions.Issue)]
    [EndpointSummary("Preview the invoice of a customer's month")]
    public async Task<ActionResult<DraftResource>> Draft(Guid id, CancellationToken cancellationToken) =>
        DraftId.Find(id, await NamesAsync(cancellationToken)) is var (tenant, period) ? Resource(await closer.PreviewAsync(tenant, period, cancellationToken)) : NotFound();

    [HttpPost("{id:guid}/issue"), RequirePermission(BillingPermissions.Issue)]
    [EndpointSummary("Issue the invoice of a customer's month"), EndpointDescription("The id is a draft's. A month that is billed already answers with its invoice. 409 where it cannot be billed, with the reason.")]
    [ProducesResponseType<InvoiceResource>(StatusCodes.Status201Created)]
    public async Task<IActionResult> Issue(Guid id, IssueRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (DraftId.Find(id, await NamesAsync(cancellationToken)) is not var (tenant, month))
            return NotFound();
        if (request.Reason?.Trim().Length > CloseAnyway.LongestReason)
            return this.Invalid("reason", $"Say it in at most {CloseAnyway.LongestReason} characters.");

        var anyway = string.IsNullOrWhiteSpace(request.Reason) ? null : new CloseAnyway(request.Reason, User.Identity!.Name!, time.Now());
        var outcome = await closer.IssueAsync(tenant, month, request.Fingerprint, cancellationToken, anyway);
        return outcome switch
        {
            MonthIssued issued => Created(Request.ApiPath($"invoices/{issued.Invoice.Id}"), InvoiceResource.Whole(issued.Invoice)),
            MonthBilledBefore before => Ok(InvoiceResource.Head(before.Invoice)),
            _ => Problem(words.Sentence(outcome), statusCode: StatusCodes.Status409Conflict),
        };
    }

    private async Task<IEnumerable<string>> NamesAsync(CancellationToken cancellationToken) =>
        (await store.ListCustomersAsync(cancellationToken)).Select(customer => customer.Tenant);

    private DraftResource Resource(MonthClose outcome)
    {
        var drafted = outcome as MonthDrafted;
        var open = drafted?.Draft.Invoice.Questions ?? [];
        var state = outcome switch
        {
            MonthDrafted => open.Count > 0 ? DraftState.Questioned : DraftState.Ready,
            MonthBlocked => DraftState.Blocked,
            MonthEmpty => DraftState.Empty,
            MonthBilledBefore => DraftState.Billed,
            _ => DraftState.Refused,
        };
        return new DraftResource(
            DraftId.Of(outcome.Tenant, outcome.Period), outcome.Tenant, ApiPeriod.Text(outcome.Period), state, words.Sentence(outcome), drafted?.Fingerprint,
            drafted is null ? null : ApiMoney.Of(drafted.Preview.Net), drafted is null ? null : ApiMoney.Of(drafted.Preview.Gross),
            (outcome as MonthBilledBefore)?.Invoice.Id.Value,
            [.. open.Select(questions.Sentence)],
            [.. ((outcome as MonthBlocked)?.Month.Blockers ?? []).Select(blocker => new BlockingJob(blocker.Job.Id.Value, blocker.PrinterName, words.Sentence(blocker)))]);
    }
}
