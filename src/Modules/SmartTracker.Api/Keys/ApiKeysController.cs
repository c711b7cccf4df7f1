using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SmartTracker.Abstractions.Modules;
using SmartTracker.Abstractions.Security;
using SmartTracker.Api.Data;
using SmartTracker.Api.Domain;

namespace SmartTracker.Api.Keys;

[Admin]
[Route("admin/api-keys")]
[RequirePermission(ApiPermissions.Manage)]
public sealed class ApiKeysController(ApiKeyStore keys, ApiKeyIssuer issuer, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) =>
        View(new ApiKeyList([.. (await keys.ListAsync(cancellationToken)).Select(key => new ApiKeyRow(key, key.State(issuer.Now)))]));

    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken cancellationToken) =>
        View(new ApiKeyForm { Roles = await issuer.GrantableAsync(User, cancellationToken) });

    /// <summary>The answer itself shows the key: it is kept nowhere, not even for the length of a redirect.</summary>
    [HttpPost("new")]
    public async Task<IActionResult> New(ApiKeyForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        form.Roles = await issuer.GrantableAsync(User, cancellationToken);
        form.Check(ModelState, texts);
        if (!ModelState.IsValid)
            return View(form);
        var (key, text) = await issuer.CreateAsync(form.ToNewKey(User.Identity?.Name ?? "", issuer.Now), cancellationToken);
        Response.Headers.CacheControl = "no-store";
        return View("Created", new ApiKeyCreated(key, text.Text));
    }

    [HttpGet("{id:guid}/revoke")]
    public async Task<IActionResult> Revoke(Guid id, CancellationToken cancellationToken) =>
        await keys.FindAsync(new ApiKeyId(id), cancellationToken) is { RevokedAt: null } key ? View(key) : NotFound();

    [HttpPost("{id:guid}/revoke"), ActionName(nameof(Revoke))]
    public async Task<IActionResult> RevokeConfirmed(Guid id, CancellationToken cancellationToken)
    {
        if (await issuer.RevokeAsync(new ApiKeyId(id), User.Identity?.Name ?? "", cancellationToken) is not { } key)
            return NotFound();
        TempData["Notice"] = texts["The key {0} is revoked. It lets nobody in any more.", key.Name].Value;
        return RedirectToAction(nameof(Index));
    }
}
