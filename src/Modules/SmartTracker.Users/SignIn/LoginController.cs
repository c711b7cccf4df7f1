using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace SmartTracker.Users.SignIn;

[AllowAnonymous]
public sealed class LoginController(UserSignIn signIn) : Controller
{
    [HttpGet("login")]
    public IActionResult Index(string? returnUrl) =>
        User.Identity?.IsAuthenticated == true ? GoTo(returnUrl) : View(new LoginForm { ReturnUrl = returnUrl });

    [HttpPost("login")]
    public async Task<IActionResult> Index(LoginForm form, CancellationToken cancellationToken)
    {
        if (await signIn.TryAsync(form.UserName?.Trim() ?? "", form.Password ?? "", cancellationToken))
            return GoTo(form.ReturnUrl);

        form.Refused = true;
        return View(form);
    }

    [HttpPost("logout")]
    public async Task<IActionResult> Logout()
    {
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        return LocalRedirect("~/login");
    }

    private LocalRedirectResult GoTo(string? returnUrl) => LocalRedirect(ReturnUrl.Safe(returnUrl, Request.PathBase));
}
