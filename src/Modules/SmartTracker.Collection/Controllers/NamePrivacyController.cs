using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Collection.Privacy;
using SmartTracker.Collection.Views.NamePrivacy;

namespace SmartTracker.Collection.Controllers;

/// <summary>What is kept of the names of people and of what they print.</summary>
[Admin]
[Route("admin/name-privacy")]
public sealed class NamePrivacyController(NamePrivacyPages pages, NamePrivacyChanger changer, IStringLocalizer<Texts> t) : Controller
{
    private const string Home = "~/admin/name-privacy";

    [HttpGet(""), RequirePermission(CollectionPermissions.Privacy)]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => View(await pages.GetAsync(cancellationToken));

    [HttpPost(""), RequirePermission(CollectionPermissions.Privacy)]
    public async Task<IActionResult> Save(NamePrivacyForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form is not { Users: { } users, Jobs: { } jobs } || !Enum.IsDefined(users) || !Enum.IsDefined(jobs))
            TempData["Problem"] = t["Choose for user names and for job names what is kept."].Value;
        else if (await changer.ChangeAsync(users, jobs, By, cancellationToken))
            TempData["Notice"] = t["Saved. It holds for every answer and every import from now on; on-site agents hear of it within a minute."].Value;
        else
            TempData["Notice"] = t["Nothing was changed."].Value;
        return LocalRedirect(Home);
    }

    [HttpGet("key/{end}"), RequirePermission(CollectionPermissions.Privacy)]
    public async Task<IActionResult> Key(KeyEnd? end, CancellationToken cancellationToken) =>
        await pages.KeyAsync(end, cancellationToken) is { } page ? View(page) : NotFound();

    [HttpPost("key/{end}"), ActionName(nameof(Key)), RequirePermission(CollectionPermissions.Privacy)]
    public async Task<IActionResult> KeyConfirmed(KeyEnd? end, CancellationToken cancellationToken)
    {
        if (await pages.KeyAsync(end, cancellationToken) is null)
            return NotFound();
        if (end == KeyEnd.Replaced)
            await changer.ReplaceKeyAsync(By, cancellationToken);
        else
            await changer.DestroyKeyAsync(By, cancellationToken);
        TempData["Notice"] = (end == KeyEnd.Replaced ? t["There is a new key. The old one is gone."] : t["The key is gone. Names are dropped where pseudonyms were made."]).Value;
        return LocalRedirect(Home);
    }

    [HttpGet("pseudonyms"), RequirePermission(CollectionPermissions.Pseudonyms)]
    public async Task<IActionResult> Pseudonyms(CancellationToken cancellationToken) => View(await pages.LookUpAsync(null, By, cancellationToken));

    /// <summary>Posted, so that the name stands in no address and no log.</summary>
    [HttpPost("pseudonyms"), RequirePermission(CollectionPermissions.Pseudonyms)]
    public async Task<IActionResult> Pseudonyms(string? name, CancellationToken cancellationToken) => View(await pages.LookUpAsync(name, By, cancellationToken));

    private string By => User.Identity?.Name ?? "";
}
