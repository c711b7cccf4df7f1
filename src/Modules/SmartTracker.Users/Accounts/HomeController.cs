using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SmartTracker.Abstractions.Navigation;

namespace SmartTracker.Users.Accounts;

/// <summary>Takes whoever is signed in to the first page of theirs.</summary>
[Authorize]
public sealed class HomeController(NavigationMenu menu) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var first = (await menu.GetAsync(NavigationPlace.Admin)).Concat(await menu.GetAsync(NavigationPlace.Portal)).FirstOrDefault();
        return LocalRedirect(first?.Path ?? "~/account");
    }
}
