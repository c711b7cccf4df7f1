using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.Profiles;

namespace SmartTracker.Collection.Controllers;

/// <summary>Files that people upload, and what came of all imports.</summary>
[Admin]
[Route("admin/imports")]
[RequirePermission(CollectionPermissions.Import)]
public sealed class ImportsController(ImportPages pages, IStringLocalizer<Texts> t) : Controller
{
    // The fields beside the file are short.
    private const int LargestRequest = FileTables.LargestFile + 1024 * 1024;

    [HttpGet("")]
    public async Task<IActionResult> Index(Guid? profile, CancellationToken cancellationToken) =>
        View(await pages.ListAsync(new UploadForm { Profile = profile }, null, cancellationToken));

    [HttpPost("")]
    [RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
    public async Task<IActionResult> Upload(UploadForm form, CancellationToken cancellationToken)
    {
        var (id, problem) = await pages.UploadAsync(form, User.Identity?.Name ?? "", cancellationToken);
        if (id is null)
            return View(nameof(Index), await pages.ListAsync(form, problem, cancellationToken));
        TempData["Notice"] = t["The file is imported."].Value;
        return LocalRedirect($"~/admin/imports/{id}");
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Report(Guid id, CancellationToken cancellationToken) =>
        await pages.FindAsync(new ImportId(id), cancellationToken) is { } report ? View(report) : NotFound();
}
