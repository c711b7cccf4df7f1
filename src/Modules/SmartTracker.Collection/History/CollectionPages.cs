using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Security;
using SmartTracker.Collection.Collecting;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Views.Collections;
using SmartTracker.Printers.Abstractions;

namespace SmartTracker.Collection.History;

/// <summary>Gathers what the pages show of past collections.</summary>
public sealed class CollectionPages(
    CollectionHistory history,
    IPrinterDirectory directory,
    CollectionTexts texts,
    IOptions<CollectionOptions> options,
    IAuthorizationService authorization,
    IHttpContextAccessor accessor)
{
    private const int PageSize = 50;

    public async Task<CollectionList> ListAsync(CollectionFilter filter, int page, HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var printer = filter.Printer is { } id ? new PrinterId(id) : (PrinterId?)null;
        var (rows, all) = await history.PageAsync(filter.OnlyProblems, printer, Math.Max(page, 1), PageSize, cancellationToken);
        var printers = await directory.ListAsync(cancellationToken);
        var names = printers.ToDictionary(known => known.Id, known => known.Name);
        var lines = rows.Select(row => Line(row, names.GetValueOrDefault(row.PrinterId)));
        var pager = Pager.For(request, Math.Max(page, 1), (all + PageSize - 1) / PageSize);
        return new CollectionList(
            [.. lines], all, filter, printers, await MayAsync(CollectionPermissions.Run), options.Value.EveryMinutes, pager);
    }

    public CollectionLine Line(CollectionRow row, string? printerName)
    {
        ArgumentNullException.ThrowIfNull(row);
        var sentence = texts.Describe(row.Result, row.NewJobs, row.ChangedJobs, row.UnchangedJobs, CollectionHistory.Problem(row));
        return new CollectionLine(
            row.PrinterId, printerName, row.StartedAt, row.EndedAt, CollectionTexts.Mark(row.Result), texts.Word(row.Result), sentence,
            CollectionHistory.Remarks(row).Count);
    }

    public async Task<bool> MayAsync(string permission) =>
        accessor.HttpContext is { } context && (await authorization.AuthorizeAsync(context.User, null, new PermissionRequirement(permission))).Succeeded;
}
