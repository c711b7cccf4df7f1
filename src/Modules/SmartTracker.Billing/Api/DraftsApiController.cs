using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using SmartTracker.Abstractions.Api;
using SmartTracker.Abstractions.Data;
using SmartTracker.Abstractions.Security;
using SmartTracker.Billing.Abstractions.Api;
using SmartTracker.Billing.Closing;
using SmartTracker.Billing.Domain;

namespace SmartTracker.Billing.Api;

/// <summary>An invoice exists from its issue on; before that it is what a customer's month would come to, addressed by customer and month.</summary>
[Api, Tags("Invoices")]
[Route(ApiAttribute.Root + "invoices/{tenant}/{period}")]
public sealed class DraftsApiController(MonthCloser closer, CloseWords words, QuestionWords questions, TimeProvider time) : ControllerBase
{
    [HttpGet("draft"), RequirePermission(BillingPermissions.Issue)]
    [EndpointSummary("Preview the invoice of a customer's month")]
    public async Task<ActionResult<DraftResource>> Draft(string tenant, string period, CancellationToken cancellationToken) =>
        ApiPeriod.Parse(period) is { } month ? Resource(await closer.PreviewAsync(tenant, month, cancellationToken)) : NotFound();

    [HttpPost("issue"), RequirePermission(BillingPermissions.Issue)]
    [EndpointSummary("Issue the invoice of a customer's month"), EndpointDescription("A month that is billed already answers with its invoice. 409 where it cannot be billed, with the reason.")]
    [ProducesResponseType<InvoiceResource>(StatusCodes.Status201Created)]
    public async Task<IActionResult> Issue(string tenant, string period, IssueRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (ApiPeriod.Parse(period) is not { } month)
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
            outcome.Tenant, ApiPeriod.Text(outcome.Period), state, words.Sentence(outcome), drafted?.Fingerprint,
            drafted is null ? null : ApiMoney.Of(drafted.Preview.Net), drafted is null ? null : ApiMoney.Of(drafted.Preview.Gross),
            (outcome as MonthBilledBefore)?.Invoice.Id.Value,
            [.. open.Select(questions.Sentence)],
            [.. ((outcome as MonthBlocked)?.Month.Blockers ?? []).Select(blocker => new BlockingJob(blocker.Job.Id.Value, blocker.PrinterName, words.Sentence(blocker)))]);
    }
}
