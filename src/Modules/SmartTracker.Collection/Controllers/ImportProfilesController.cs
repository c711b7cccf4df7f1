using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Collection.Data;
using SmartTracker.Collection.Domain;
using SmartTracker.Collection.Profiles;
using SmartTracker.Collection.Views.ImportProfiles;

namespace SmartTracker.Collection.Controllers;

/// <summary>How files are read: a person maps a sample's columns.</summary>
[Admin]
[Route("admin/imports/profiles")]
[RequirePermission(CollectionPermissions.Import)]
public sealed class ImportProfilesController(ProfilePages pages, ImportProfileStore store, Tenant tenant, IStringLocalizer<Texts> t) : Controller
{
    private const int LargestRequest = FileTables.LargestFile + 1024 * 1024;

    [HttpGet("new")]
    public IActionResult New() => View(new ProfileNew(null, null));

    [HttpPost("new")]
    [RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
    public async Task<IActionResult> New(string? name, IFormFile? file, CancellationToken cancellationToken)
    {
        var (id, problem) = await pages.CreateAsync(name, file, cancellationToken);
        return id is null ? View(new ProfileNew(name, problem)) : LocalRedirect($"~/admin/imports/profiles/{id}");
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken cancellationToken) =>
        await pages.EditAsync(new ImportProfileId(id), cancellationToken) is { } page ? View(page) : NotFound();

    /// <summary>Shows what the mapping makes of the sample, or saves it.</summary>
    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Edit(Guid id, ProfileForm form, bool preview, CancellationToken cancellationToken)
    {
        if (preview)
            return await pages.PreviewAsync(new ImportProfileId(id), form, cancellationToken) is { } shown ? Form(shown) : NotFound();
        var (isFound, again) = await pages.SaveAsync(new ImportProfileId(id), form, cancellationToken);
        if (!isFound)
            return NotFound();
        if (again is not null)
            return Form(again);
        TempData["Notice"] = t["The profile is saved. Upload a file to use it."].Value;
        return LocalRedirect($"~/admin/imports?profile={id}");
    }

    [HttpGet("{id:guid}/recipe")]
    public async Task<IActionResult> Recipe(Guid id, CancellationToken cancellationToken) => await store.FindAsync(new ImportProfileId(id), cancellationToken) is { } profile
        ? File(Encoding.UTF8.GetBytes(ProfilesRecipe.Write(profile, tenant.SiteName)), "application/json", "import-profile.recipe.json")
        : NotFound();

    [HttpPost("{id:guid}/remove")]
    public async Task<IActionResult> Remove(Guid id, CancellationToken cancellationToken)
    {
        if (!await pages.RemoveAsync(new ImportProfileId(id), cancellationToken))
            return NotFound();
        TempData["Notice"] = t["The profile is removed. Jobs that came by it stay."].Value;
        return LocalRedirect("~/admin/imports");
    }

    // What was sent is replaced by what was made of it.
    private ViewResult Form(ProfileEdit page)
    {
        ModelState.Clear();
        return View(nameof(Edit), page);
    }
}
