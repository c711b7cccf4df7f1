using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace SmartTracker.Users.SignIn;

[AllowAnonymous]
public sealed class LoginController(UserSignIn signIn, UserSessions sessions) : Controller
{
    [HttpGet("login")]
    public IActionResult Index(string? returnUrl) =>
        User.Identity?.IsAuthenticated == true ? GoTo(returnUrl) : View(new LoginForm { ReturnUrl = returnUrl });

    [HttpPost("login")]
    public async Task<IActionResult> Index(LoginForm form, CancellationToken cancellationToken)
    {
        form.Answer = await signIn.TryAsync(form.UserName?.Trim() ?? "", form.Password ?? "", cancellationToken);
        if (form.Answer == SignInAnswer.SignedIn)
            return GoTo(form.ReturnUrl);
        if (form.Answer == SignInAnswer.NetworkPaused)
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return View(form);
    }

    [HttpPost("logout")]
    public async Task<IActionResult> Logout(CancellationToken cancellationToken)
    {
        await sessions.EndAsync(User, cancellationToken);
        return LocalRedirect("~/login");
    }

    private LocalRedirectResult GoTo(string? returnUrl) => LocalRedirect(ReturnUrl.Safe(returnUrl, Request.PathBase));
}
