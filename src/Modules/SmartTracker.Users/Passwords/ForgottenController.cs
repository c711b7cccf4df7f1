using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace SmartTracker.Users.Passwords;

[AllowAnonymous, Route("forgotten")]
public sealed class ForgottenController(ForgottenPassword forgotten) : Controller
{
    [HttpGet("")]
    public IActionResult Index() => View(new ForgottenForm());

    [HttpPost("")]
    public async Task<IActionResult> Index(ForgottenForm form, CancellationToken cancellationToken)
    {
        form.IsAsked = !string.IsNullOrWhiteSpace(form.UserName);
        form.IsPaused = form.IsAsked && !await forgotten.AskAsync(form.UserName!.Trim(), cancellationToken);
        if (form.IsPaused)
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return View(form);
    }
}
