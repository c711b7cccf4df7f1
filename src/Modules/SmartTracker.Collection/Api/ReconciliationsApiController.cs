using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SmartTracker.Abstractions.Api;
using SmartTracker.Abstractions.Security;
using SmartTracker.Collection.Completeness;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.Jobs;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.Api;

[Api, Tags("Completeness")]
[Route(ApiAttribute.Root + "reconciliations")]
public sealed class ReconciliationsApiController(MonthReconciler months, ResidualStore residuals, ResidualBook book, IPrinterDirectory printers) : ControllerBase
{
    private const string NoMonth = "Write a month that has begun, such as 2026-10.";

    [HttpGet(""), RequirePermission(CollectionPermissions.View)]
    [EndpointSummary("Hold the printers' counters against their jobs"), EndpointDescription("One item for each counter of each printer that was read at least twice in the month.")]
    public async Task<ActionResult<ApiPage<ReconciliationResource>>> List(
        [FromQuery] ApiListQuery query, [Description("Such as 2026-10; the running one where left out.")] string? month, [Description("Only those of one printer.")] Guid? printer,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        if ((month is null ? months.Running : months.Begun(month)) is not { } asked)
            return (ActionResult)this.Invalid("month", NoMonth);
        var counters = new List<ReconciliationResource>();
        foreach (var known in (await printers.ListAsync(cancellationToken)).Where(known => printer is null || known.Id.Value == printer))
            counters.AddRange((await months.CompareAsync(known.Id, asked, cancellationToken)).Select(counter => ReconciliationResource.Of(known.Id, asked, counter)));
        return ApiPage.Of(counters, counter => $"{counter.PrinterId} {counter.Counter}", query.Limit, query.Cursor);
    }

    [HttpGet("bookings"), RequirePermission(CollectionPermissions.View)]
    [EndpointSummary("List what became of the unknown, newest first")]
    public async Task<ActionResult<ApiPage<BookingResource>>> Bookings(
        [FromQuery] ApiListQuery query, [Description("Such as 2026-10.")] string? month, [Description("Only those of one printer.")] Guid? printer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var rows = await residuals.ListAsync(printer is { } id ? new PrinterId(id) : null, PrintJobFilter.ParseMonth(month), cancellationToken);
        return ApiPage.Of([.. rows.Select(BookingResource.Of)], row => row.Id.ToString(), query.Limit, query.Cursor);
    }

    [HttpPost("bookings"), RequirePermission(CollectionPermissions.Decide)]
    [EndpointSummary("Say what became of the unknown"), EndpointDescription("maintenance, absorbed and disputed take a part of one counter; charged enters all that is open as one job.")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> Book(BookingRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        Check(request);
        if (request.PrinterId is not { } id || await printers.FindAsync(new PrinterId(id), cancellationToken) is not { } printer)
            ModelState.AddModelError("printerId", "There is no such printer.");
        if (!ModelState.IsValid)
            return this.Invalid();
        var (known, month, by) = (new PrinterId(request.PrinterId!.Value), months.Begun(request.Month)!.Value, User.Identity!.Name!);
        var fault = request.Purpose == ResidualPurpose.Charged
            ? await book.ChargeAsync(known, month, request.Reason!, by, cancellationToken)
            : await book.BookAsync(known, month, new ResidualBooking(request.Counter!.Value, request.Purpose!.Value, request.Amount!.Value), request.Reason!, by, cancellationToken);
        return fault is { } wrong ? Problem(Sentence(wrong), statusCode: StatusCodes.Status409Conflict) : NoContent();
    }

    [HttpDelete("bookings/{id:guid}"), RequirePermission(CollectionPermissions.Decide)]
    [EndpointSummary("Take a booking back"), EndpointDescription("It stays in the list with who took it back. A job that charged it is cancelled; what was billed of it is credited.")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> Withdraw(Guid id, CancellationToken cancellationToken) =>
        await book.WithdrawAsync(id, User.Identity!.Name!, cancellationToken) ? NoContent() : NotFound();

    private void Check(BookingRequest request)
    {
        if (months.Begun(request.Month) is null)
            ModelState.AddModelError("month", NoMonth);
        if (request.Purpose is null)
            ModelState.AddModelError("purpose", "Write maintenance, absorbed, disputed or charged.");
        else if (request.Purpose != ResidualPurpose.Charged && request.Counter is null)
            ModelState.AddModelError("counter", "Name the counter.");
        if (request.Purpose != ResidualPurpose.Charged && request.Amount is null)
            ModelState.AddModelError("amount", "Write how much of it.");
        ReasonRule.Check(request.Reason, ModelState);
    }

    private static string Sentence(ResidualFault fault) => fault switch
    {
        ResidualFault.NoCounter => "This counter was not read twice in the month.",
        ResidualFault.CounterJumped => "The counter jumped or was reset, so nobody knows what is missing.",
        ResidualFault.NothingOpen => "Nothing is open.",
        ResidualFault.MoreThanOpen => "The amount is not a part of what is open.",
        ResidualFault.JobsSayMore => "Jobs say more than the counter: that can be absorbed or disputed only.",
        _ => "The printer's serial number is not known yet, so no job can be entered for it.",
    };
}
