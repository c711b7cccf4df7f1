using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using SmartTracker.Abstractions.Presentation;
using SmartTracker.Abstractions.Recipes;
using SmartTracker.Abstractions.Tenants;
using SmartTracker.Shell.Front;
using SmartTracker.Shell.Recipes;
using SmartTracker.Shell.Tenants;

namespace SmartTracker.Shell.Setup;

/// <summary>Sets a tenant up, for whoever has its token. Exists only while the tenant is not set up.</summary>
[Front, AllowAnonymous, Route("setup")]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed partial class SetupController(
    SetupTokens tokens, SetupRecipes recipes, SetupCheck check, TenantSetup setup, ITenantWords words, IStringLocalizer<Texts> texts, ILogger<SetupController> logger) : Controller
{
    private const string TokenCookie = "st_setup";

    private ShellSettings Settings => HttpContext.Features.GetRequiredFeature<FrontVisit>().Settings;

    [HttpGet("")]
    public IActionResult Index(string? token)
    {
        KeepCulture();
        if (token is not null)
            return Unlock(token);
        return Ask(Request.Cookies[TokenCookie]) is { } locked ? locked : View(SetupForm.Suggested(Recipes(), Settings.IsDefault ? "operator" : "admin"));
    }

    [HttpPost("unlock")]
    public IActionResult Unlock(string? token)
    {
        if (Ask(token) is { } locked)
            return locked;

        // From here on the token travels in a cookie: not in the history, not in a referrer.
        Response.Cookies.Append(TokenCookie, token!.Trim(), Cookie());
        return RedirectToAction(nameof(Index));
    }

    [HttpPost("")]
    public async Task<IActionResult> Run(SetupForm form)
    {
        if (Ask(Request.Cookies[TokenCookie]) is { } locked)
            return locked;

        form.Recipes = Recipes();
        check.Check(form, Settings.Name, ModelState);
        if (!ModelState.IsValid || !await TryAsync(form))
            return View(nameof(Index), form);

        tokens.Forget(Settings.Name);
        Response.Cookies.Delete(TokenCookie, Cookie());
        return LocalRedirect("~/login");
    }

    private IReadOnlyList<RecipeOverview> Recipes() => recipes.For(Settings.IsDefault);

    /// <summary>Not the request's token: who closes the browser must not leave a setup half done.</summary>
    private async Task<bool> TryAsync(SetupForm form)
    {
        try
        {
            await setup.CreateAsync(form.ToNewTenant(Settings), CancellationToken.None);
            LogSetUp(logger, Settings.Name);
            return true;
        }
        catch (TenantRefusedException refused)
        {
            ModelState.AddModelError(refused.Field, words.Say(refused));
        }
        catch (RecipeException refused)
        {
            ModelState.AddModelError(nameof(form.Recipe), refused.Message);
        }
        catch (Exception exception)
        {
            LogFailed(logger, Settings.Name, HttpContext.TraceIdentifier, exception);
            ModelState.AddModelError("", texts["The setup failed and nothing was kept. Try again; the program's log tells the reason under the reference {0}.", HttpContext.TraceIdentifier]);
        }

        return false;
    }

    /// <summary>Null for who may go on, else the page that says where the token is found.</summary>
    private ViewResult? Ask(string? token)
    {
        var answer = tokens.Check(Settings.Name, token, HttpContext.Connection.RemoteIpAddress?.ToString() ?? "");
        if (answer == TokenCheck.Right)
            return null;
        if (answer == TokenCheck.TooManyTries)
            Response.Headers.RetryAfter = ((int)SetupTokens.Pause.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        Response.StatusCode = answer switch
        {
            TokenCheck.Missing => StatusCodes.Status200OK,
            TokenCheck.Wrong => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status429TooManyRequests,
        };
        return View("Locked", answer);
    }

    /// <summary>A language chosen here stays for the sign-in page.</summary>
    private void KeepCulture()
    {
        if (Request.Query[FrontPipeline.CultureQuery] is ["de" or "en"] culture)
        {
            Response.Cookies.Append(PreferenceCookies.Culture(Request), CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture.ToString())), new CookieOptions
            {
                Path = Request.PathBase.HasValue ? Request.PathBase.Value : "/",
                MaxAge = TimeSpan.FromDays(365),
                HttpOnly = true,
                Secure = Request.IsHttps,
                SameSite = SameSiteMode.Lax,
                IsEssential = true,
            });
        }
    }

    private CookieOptions Cookie() => new()
    {
        Path = Request.PathBase + "/setup",
        HttpOnly = true,
        Secure = Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        IsEssential = true,
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "Tenant {Tenant} was set up through its setup page.")]
    private static partial void LogSetUp(ILogger logger, string tenant);

    [LoggerMessage(Level = LogLevel.Error, Message = "The setup of {Tenant} failed (request {Reference}).")]
    private static partial void LogFailed(ILogger logger, string tenant, string reference, Exception exception);
}
